import { StateVerdictReason } from '@datalark/backstage-plugin-data-jobs-common';
import { PlannedOperator } from './executionPlan';
import { DeclaredTable, FlinkPlan } from './flinkPlan';
import { operatorIds } from './operatorIds';
import { stateOf } from './stateOfOperator';

/** Sinks that keep nothing between checkpoints. */
const STATELESS_SINKS = ['blackhole', 'print', 'jdbc', 'upsert-kafka'];

/**
 * Tells operator by operator what becomes of the state of `before` when Flink
 * starts `after` from it. Measured on Flink 1.20 and 2.3; see the tests.
 */
export function comparePlans(
  before: FlinkPlan,
  after: FlinkPlan,
): StateVerdictReason[] {
  const old = operatorIds(before.operators, before);
  const fresh = operatorIds(after.operators, after);
  const reasons: StateVerdictReason[] = [];
  for (const [id, operator] of old) {
    const heir = fresh.get(id);
    const reason = heir
      ? inherited(operator, heir, before, after)
      : orphaned(operator, before);
    if (reason) reasons.push(reason);
  }
  for (const [id, operator] of fresh) {
    const former = old.get(id);
    const isNew =
      stateOf(operator) === 'rows' && (!former || stateOf(former) !== 'rows');
    if (isNew && !reasons.some(one => one.subject === operator.contents)) {
      reasons.push({
        verdict: 'risky',
        subject: operator.contents,
        message: `${nameOf(
          operator,
        )} has no earlier state: it begins empty, as if nothing had come in before.`,
      });
    }
  }
  reasons.push(...typeReasons(before, after));
  return reasons;
}

/** No operator has this id any more. */
function orphaned(
  operator: PlannedOperator,
  plan: FlinkPlan,
): StateVerdictReason | undefined {
  const kept = stateOf(operator);
  if (kept === 'none') return undefined;
  if (kept === 'sink' && isStatelessSink(operator, plan)) return undefined;
  const what = {
    source: `The position of ${nameOf(operator)}`,
    sink: `What ${nameOf(operator)} has not committed yet`,
    rows: `The state of ${nameOf(operator)}`,
  }[kept];
  return {
    verdict: 'needs-clean-start',
    subject: operator.contents,
    message: `${what} finds no operator any more, because the job graph has another shape: Flink refuses to start from it unless such state may be dropped.`,
  };
}

/** Flink gives the state of one to the other, whatever they do. */
function inherited(
  from: PlannedOperator,
  to: PlannedOperator,
  before: FlinkPlan,
  after: FlinkPlan,
): StateVerdictReason | undefined {
  const kept = stateOf(from);
  const same = plain(from) === plain(to);
  if (kept === 'none') {
    if (same || stateOf(to) !== 'none') return undefined;
    const keeper = keeperBelow(to, after);
    return keeper
      ? {
          verdict: 'risky',
          subject: to.contents,
          message: `What comes before ${nameOf(keeper)} changes from ${
            from.contents
          } to ${
            to.contents
          }: its state is kept, and holds what was computed the old way.`,
        }
      : undefined;
  }
  if (kept === 'rows' || stateOf(to) !== kept) {
    return same
      ? undefined
      : {
          verdict: 'needs-clean-start',
          subject: to.contents,
          message: `The state of ${plain(from)} would be given to ${plain(
            to,
          )}: Flink fails on it, or takes it for something else without a word.`,
        };
  }
  const [was, is] = [tableOf(from), tableOf(to)];
  const [had, has] = [before.tables[was ?? ''], after.tables[is ?? '']];
  const optionsChanged = had?.options !== has?.options;
  if (was === is && !optionsChanged) return undefined;
  if (kept === 'sink') {
    if (isStatelessSink(from, before) && isStatelessSink(to, after)) {
      return undefined;
    }
    return {
      verdict: 'risky',
      subject: to.contents,
      message: `The sink ${was} becomes ${changed(
        was,
        is,
      )}: what was not committed yet may go to the new place, or be lost.`,
    };
  }
  return {
    verdict: 'risky',
    subject: to.contents,
    message:
      had?.connector === has?.connector
        ? `The source ${was} becomes ${changed(
            was,
            is,
          )}: it goes on at the position of the old one.`
        : `The source ${was} changes its connector from ${had?.connector} to ${has?.connector}, which cannot read that position.`,
  };
}

/** Columns whose type changes, in operators that keep them. */
function typeReasons(
  before: FlinkPlan,
  after: FlinkPlan,
): StateVerdictReason[] {
  const reasons: StateVerdictReason[] = [];
  const keepers = after.operators.filter(one => stateOf(one) === 'rows');
  const sources = new Set(
    after.operators
      .filter(one => stateOf(one) === 'source')
      .map(one => tableOf(one)),
  );
  for (const [name, table] of Object.entries(after.tables)) {
    const former: DeclaredTable | undefined = before.tables[name];
    if (!former || !sources.has(name)) continue;
    for (const [column, type] of Object.entries(table.columns)) {
      const was = former.columns[column];
      if (!was || was === type) continue;
      const keeper = keepers.find(one =>
        new RegExp(`(^|\\W)${escaped(column)}(\\W|$)`).test(one.contents),
      );
      if (!keeper) continue;
      reasons.push({
        verdict: 'needs-clean-start',
        subject: `${name}.${column}`,
        message: `The column ${column} of ${name} changes from ${was} to ${type}, and ${nameOf(
          keeper,
        )} keeps it: Flink cannot read the old values.`,
      });
    }
  }
  return reasons;
}

function keeperBelow(
  operator: PlannedOperator,
  { operators }: FlinkPlan,
): PlannedOperator | undefined {
  for (const next of operators) {
    if (!next.inputs.some(({ id }) => id === operator.id)) continue;
    if (stateOf(next) === 'rows') return next;
    const below = keeperBelow(next, { operators } as FlinkPlan);
    if (below) return below;
  }
  return undefined;
}

function isStatelessSink(
  operator: PlannedOperator,
  { tables }: FlinkPlan,
): boolean {
  const connector = tables[tableOf(operator) ?? '']?.connector;
  return connector !== undefined && STATELESS_SINKS.includes(connector);
}

/** Name of the table of a source or a sink, in lower case. */
function tableOf({ kind, contents }: PlannedOperator): string | undefined {
  const path = /table=\[\[?([^\]]+?)\]/.exec(contents)?.[1];
  const name =
    path?.split(',').at(2) ??
    path?.split('.').at(-1) ??
    /^(?:Source: )?(.*?)(?:: \w+)?$/.exec(kind)?.[1];
  return name?.trim().toLowerCase();
}

function changed(was: string | undefined, is: string | undefined): string {
  return was === is ? 'one with other options' : `${is}`;
}

/** Names of results are not part of the state. */
function plain({ contents }: PlannedOperator): string {
  return contents.replace(/ AS (`[^`]*`|[\w$]+)/g, '');
}

function nameOf({ kind, contents }: PlannedOperator): string {
  return contents.startsWith(kind) ? contents : kind;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
