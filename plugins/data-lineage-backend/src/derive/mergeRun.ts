import { StoredRun } from '../database/RunStore';
import { EventFacts, RunState } from '../ingest/EventFacts';

const LAST_STATES: readonly RunState[] = ['COMPLETE', 'FAIL', 'ABORT'];
const ENDLESS = ['STREAMING', 'SERVICE'];
/** A run that says something new all the time is heard so often. */
const MOST_STATEMENTS = 1_000;

/**
 * A run with one more event of it; the same in whatever order they come. An end
 * is not taken back by what comes after it.
 */
export function mergeRun(
  run: StoredRun | undefined,
  event: {
    key: string;
    scopeId: number;
    facts: EventFacts;
    statement?: number;
  },
): StoredRun {
  const { facts, statement } = event;
  const at = facts.eventTime;
  const merged: StoredRun = run
    ? { ...run, startedAt: Math.min(run.startedAt, at) }
    : {
        key: event.key,
        scopeId: event.scopeId,
        runId: facts.run?.id,
        startedAt: at,
        isOpenEnded: facts.run === undefined,
        settlesColumns: false,
        statements: [],
      };
  if (facts.processing && ENDLESS.includes(facts.processing)) {
    merged.isOpenEnded = true;
  }
  const state = facts.run?.state;
  if (state && isLater({ state, at }, merged)) {
    merged.state = state;
    merged.stateAt = at;
  }
  if (state === 'COMPLETE') {
    merged.completedAt = Math.min(merged.completedAt ?? at, at);
  }
  if (statement !== undefined) {
    merged.statements = withStatement(merged.statements, at, statement);
  }
  return merged;
}

function isLater(
  event: { state: RunState; at: number },
  run: StoredRun,
): boolean {
  if (run.state === undefined || run.stateAt === undefined) return true;
  const isLast = LAST_STATES.includes(event.state);
  if (isLast !== LAST_STATES.includes(run.state)) return isLast;
  if (event.at !== run.stateAt) return event.at > run.stateAt;
  return event.state > run.state;
}

function withStatement(
  statements: StoredRun['statements'],
  at: number,
  statement: number,
): StoredRun['statements'] {
  const known = statements.find(([, id]) => id === statement);
  if (known && known[0] <= at) return statements;
  return [
    ...statements.filter(([, id]) => id !== statement),
    [at, statement] as [number, number],
  ]
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .slice(0, MOST_STATEMENTS);
}
