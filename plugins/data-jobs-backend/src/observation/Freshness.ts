import { Config } from '@backstage/config';
import {
  Observation,
  TERMINAL_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';
import { configuredMs } from '../configuredMs';
import { StoredDeployment } from '../database/DeploymentStore';
import { Staleness } from '../database/staleRows';

const POLL_MS = 2_000;
const POLLS = 3;
/** One look at an engine may take so long. */
const LOOK_MS = 9_000;
/** What was seen before this process began is somebody else's word: it counts while that one looks on. */
const POLLS_OF_OTHERS = 1.5;

/**
 * Knows for how long what was seen can be vouched for. When nobody looks any
 * more, or what is seen cannot be written down, a job that went on is shown as
 * unknown, whatever the tables say.
 */
export class Freshness {
  /** By engine: since when what it says is not written down, in ms. */
  readonly #unwritten = new Map<string, number>();

  constructor(
    private readonly config: Config,
    private readonly now: () => number = Date.now,
    /** When this process began. */
    private readonly startedAt: number = now(),
  ) {}

  /** What was seen of an engine is in the tables. */
  written(engine: string): void {
    this.#unwritten.delete(engine);
  }

  /** What was seen of an engine could not be written down. */
  notWritten(engine: string): void {
    if (!this.#unwritten.has(engine)) {
      this.#unwritten.set(engine, this.now());
    }
  }

  /** As it is now, for all that one answer says. */
  frozen(): Freshness {
    const now = this.now();
    const frozen = new Freshness(this.config, () => now, this.startedAt);
    for (const [engine, since] of this.#unwritten) {
      frozen.#unwritten.set(engine, since);
    }
    return frozen;
  }

  /** The same as `shown`, for queries. */
  staleness(): Staleness {
    const before = (pollMs: number) =>
      new Date(this.#staleBefore(pollMs)).toISOString();
    const engines = this.config.getOptionalConfig('dataJobs.engines')?.keys();
    return {
      unwritten: [...this.#unwritten.keys()],
      before: before(POLL_MS),
      beforeOfEngine: Object.fromEntries(
        (engines ?? [])
          .map(engine => [engine, this.#pollMs(engine)] as const)
          .filter(([, pollMs]) => pollMs !== POLL_MS)
          .map(([engine, pollMs]) => [engine, before(pollMs)]),
      ),
    };
  }

  /** What a reader is told in place of what the tables say. */
  shown({ engine, observation }: StoredDeployment): Observation {
    const { state, observedAt, engineJobId } = observation;
    const isOver = state === 'unknown' || TERMINAL_STATES.includes(state);
    if (!engineJobId || isOver) return observation;
    const isUnwritten = this.#unwritten.has(engine);
    const seen = Date.parse(observedAt);
    if (!isUnwritten && seen >= this.#staleBefore(this.#pollMs(engine))) {
      return observation;
    }
    const message = isUnwritten
      ? `What engine ${engine} says cannot be written down: the portal's database refuses. Look into the portal's log, and at the database's disk.`
      : `Nobody has looked at engine ${engine} for ${Math.round(
          (this.now() - seen) / 1000,
        )} s: no replica of the portal does, or the engine is slow to answer.`;
    return {
      ...observation,
      state: 'unknown',
      since: observedAt,
      lastKnown: { state, observedAt },
      message,
      health: {
        state: 'unknown',
        reasons: [{ code: 'engine-unreachable', message }],
      },
    };
  }

  /** What was seen before this time, in ms, nobody vouches for. */
  #staleBefore(pollMs: number): number {
    const now = this.now();
    return Math.max(
      now - POLLS * pollMs - LOOK_MS,
      Math.min(this.startedAt, now - POLLS_OF_OTHERS * pollMs),
    );
  }

  #pollMs(engine: string): number {
    const key = `dataJobs.engines.${engine}.pollInterval`;
    try {
      return configuredMs(this.config, key) ?? POLL_MS;
    } catch {
      // The engine's own block says what is wrong with it.
      return POLL_MS;
    }
  }
}
