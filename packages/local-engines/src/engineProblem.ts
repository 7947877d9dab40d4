import type { ServiceName } from './serviceNames';

/**
 * What is wrong with one service, in one sentence, and what to do about it.
 *
 * @public
 */
export interface Problem {
  /** The service that cannot run; unset when the whole set is concerned. */
  service?: ServiceName;
  /** `missing-prerequisite`: the machine lacks something. `failed`: it was tried and did not work. */
  kind: 'missing-prerequisite' | 'failed';
  /** One sentence: what is wrong and where. */
  message: string;
  /** One sentence: what to do. */
  remedy?: string;
}

/**
 * An error that a person can act on: a sentence and a remedy.
 *
 * @public
 */
export class EngineProblem extends Error {
  readonly kind: Problem['kind'];
  readonly remedy?: string;

  constructor(
    message: string,
    remedy?: string,
    kind: Problem['kind'] = 'failed',
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'EngineProblem';
    this.kind = kind;
    this.remedy = remedy;
  }
}

/** Turns anything thrown into a problem; errors of the operating system get a sentence of their own. */
export function toProblem(error: unknown, service?: ServiceName): Problem {
  if (error instanceof EngineProblem) {
    return {
      service,
      kind: error.kind,
      message: error.message,
      remedy: error.remedy,
    };
  }
  const cause = error as NodeJS.ErrnoException;
  if (cause?.code === 'ENOSPC') {
    return {
      service,
      kind: 'failed',
      message: cause.path
        ? `The disk is full: ${cause.path} could not be written.`
        : 'The disk is full.',
      remedy: 'Free some space, then start again.',
    };
  }
  if (cause?.code === 'EACCES' || cause?.code === 'EPERM') {
    return {
      service,
      kind: 'failed',
      message: `This user may not use ${cause.path ?? cause.message}.`,
      remedy: 'Give this user access to it, or choose another folder.',
    };
  }
  return {
    service,
    kind: 'failed',
    message: error instanceof Error ? error.message : String(error),
  };
}
