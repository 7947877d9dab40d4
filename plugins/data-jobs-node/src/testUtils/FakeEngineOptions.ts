import {
  DefinitionProblem,
  EngineCapabilities,
} from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '../JobEngine';
import { ResolvedDefinition } from '../JobSubmission';

/** How a {@link FakeEngine} is made. Everything has a default. @public */
export type FakeEngineOptions = {
  /** Default `fake`. */
  name?: string;
  /** Default `fake`. */
  type?: string;
  title?: string;
  webUrl?: string;
  /** Laid over capabilities that allow everything. */
  capabilities?: Partial<EngineCapabilities>;
  /**
   * What is wrong with a definition. Default: an error when its text holds
   * {@link FAKE_SYNTAX_ERROR} or nothing at all.
   */
  check?: (definition: ResolvedDefinition) => DefinitionProblem[];
  /** What the engine says of state; default: it cannot compare. */
  compare?: JobEngine['compareDefinitions'];
  /** As Zeta: a restored job keeps its id. Default false, as Flink. */
  restoreKeepsId?: boolean;
  /** State of a job that ended with a savepoint. Default `finished`, as Flink. */
  stoppedState?: 'finished' | 'suspended';
  /** False, as Flink: records are told by `sample` alone. Default true. */
  countsInOverview?: boolean;
  /** Milliseconds between observations without a change. Default 1000. */
  observeEveryMs?: number;
};

/** A definition whose text holds this is refused. @public */
export const FAKE_SYNTAX_ERROR = 'THIS IS A SYNTAX ERROR';

export const ALL_CAPABILITIES: EngineCapabilities = {
  jobTypes: ['flink-sql', 'flink-jar', 'seatunnel', 'flink-cdc'],
  verbs: [
    'deploy',
    'stop',
    'suspend',
    'resume',
    'restart',
    'savepoint',
    'restore',
    'rollback',
    'delete',
  ],
  liveSavepoints: true,
  restoreFromLocation: true,
  jars: true,
  exceptions: true,
  checkpoints: true,
  plan: true,
  metrics: true,
  logs: true,
};

/** The default `check`. */
export function checkFakeDefinition(
  definition: ResolvedDefinition,
): DefinitionProblem[] {
  const text = JSON.stringify(definition.definition ?? '');
  if (text === '""' || text === '{}') {
    return [
      {
        severity: 'error',
        message: 'The definition is empty.',
        remedy: 'Write a definition.',
        field: 'definition',
      },
    ];
  }
  if (text.includes(FAKE_SYNTAX_ERROR)) {
    return [
      {
        severity: 'error',
        message: 'The definition holds a syntax error.',
        remedy: `Remove "${FAKE_SYNTAX_ERROR}".`,
        field: 'definition',
        line: 1,
        column: 1,
      },
    ];
  }
  return [];
}
