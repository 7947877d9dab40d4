import { PlannedOperator } from './executionPlan';

/**
 * Stands for the id under which Flink looks for an operator's state: the same
 * for two operators exactly when Flink gives them the same id.
 *
 * A script's operators have no names of their own. Flink makes an id of the
 * place in the graph: how many operators were numbered before (breadth first,
 * from the sources), how many of the outputs are chained, and the ids of the
 * inputs (StreamGraphHasherV2). What an operator does is not part of it.
 */
export function operatorIds(
  plan: PlannedOperator[],
  options: { chaining: boolean },
): Map<string, PlannedOperator> {
  const byId = new Map(plan.map(one => [one.id, one]));
  const outputs = new Map<number, PlannedOperator[]>();
  for (const one of plan) {
    for (const { id } of one.inputs) {
      outputs.set(id, [...(outputs.get(id) ?? []), one]);
    }
  }
  const isChained = (from: PlannedOperator, to: PlannedOperator) =>
    options.chaining &&
    to.inputs.length === 1 &&
    to.inputs[0].isForward &&
    from.parallelism === to.parallelism;

  const found = new Map<number, string>();
  const queue = plan
    .filter(one => one.inputs.length === 0)
    .sort((a, b) => a.id - b.id);
  const queued = new Set(queue.map(one => one.id));
  while (queue.length) {
    const one = queue.shift()!;
    if (one.inputs.some(({ id }) => byId.has(id) && !found.has(id))) {
      // It comes again after its last input.
      queued.delete(one.id);
      continue;
    }
    const next = outputs.get(one.id) ?? [];
    const chained = next.filter(to => isChained(one, to)).length;
    const inputs = one.inputs.map(({ id }) => found.get(id)).join(',');
    found.set(one.id, `${found.size}.${chained}(${inputs})`);
    for (const to of next) {
      if (!queued.has(to.id) && !found.has(to.id)) {
        queued.add(to.id);
        queue.push(to);
      }
    }
  }
  return new Map(
    [...found].map(([id, operatorId]) => [operatorId, byId.get(id)!]),
  );
}
