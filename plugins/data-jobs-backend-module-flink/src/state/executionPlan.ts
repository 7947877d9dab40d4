/** One operator of the job graph that Flink would make of a script. */
export type PlannedOperator = {
  id: number;
  /** `GroupAggregate`, `Calc`, `Source: orders`, `sink: Writer`. */
  kind: string;
  /** What it does, in Flink's words, without numbers that change each time. */
  contents: string;
  parallelism: number;
  inputs: Array<{ id: number; isForward: boolean }>;
};

type JsonNode = {
  id: number;
  type: string;
  contents: string;
  parallelism: number;
  predecessors?: Array<{ id: number; ship_strategy: string }>;
};

const HEADING = '== Physical Execution Plan ==';

/**
 * Reads what `EXPLAIN JSON_EXECUTION_PLAN` answers; `undefined` when there is
 * no such plan in it.
 */
export function readExecutionPlan(text: string): PlannedOperator[] | undefined {
  const at = text.indexOf(HEADING);
  if (at < 0) return undefined;
  try {
    const { nodes } = JSON.parse(text.slice(at + HEADING.length)) as {
      nodes: JsonNode[];
    };
    return nodes.map(node => ({
      id: node.id,
      kind: node.type.replace(/\[\d+\]/g, ''),
      contents: node.contents.replace(/^\[\d+\]:/, '').replace(/\[\d+\]/g, ''),
      parallelism: node.parallelism,
      inputs: (node.predecessors ?? []).map(one => ({
        id: one.id,
        isForward: one.ship_strategy === 'FORWARD',
      })),
    }));
  } catch {
    return undefined;
  }
}
