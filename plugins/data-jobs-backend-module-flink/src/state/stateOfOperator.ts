import { PlannedOperator } from './executionPlan';

/** Operators of Flink SQL that keep nothing between rows. */
const STATELESS = [
  'Calc',
  'AsyncCalc',
  'PythonCalc',
  'Correlate',
  'PythonCorrelate',
  'Expand',
  'Union',
  'Values',
  'DropUpdateBefore',
  'LookupJoin',
  'LocalGroupAggregate',
  'LocalWindowAggregate',
  'MiniBatchAssigner',
  'WatermarkAssigner',
  'ConstraintEnforcer',
  'StreamRecordTimestampInserter',
  'RowKindSetter',
  'TableToDataStream',
];

/** What an operator keeps: where it reads, what it has not written yet, or what it has seen. */
export type KeptState = 'none' | 'source' | 'sink' | 'rows';

/** Tells what an operator keeps; one that is not known is taken to keep something. */
export function stateOf({ kind, inputs }: PlannedOperator): KeptState {
  if (inputs.length === 0) return kind.startsWith('Values') ? 'none' : 'source';
  if (/: (Writer|Committer|Global Committer)$|^Sink: /.test(kind)) {
    return 'sink';
  }
  const name = /^\w+/.exec(kind)?.[0] ?? kind;
  return STATELESS.includes(name) ? 'none' : 'rows';
}
