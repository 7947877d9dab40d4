import type { Expression, NamedWindow, WindowSpec } from '../ast';
import type { Context } from './Context';

/** What OVER partitions and orders by, named windows looked up. */
export function windowExpressions(
  over: WindowSpec | NamedWindow | undefined,
  { windows, problems }: Context,
): Expression[] {
  const found: Expression[] = [];
  const visited = new Set<string>();
  let at = over;
  while (at) {
    if (at.kind === 'WindowSpec') {
      found.push(...at.partitionBy);
      found.push(...at.orderBy.map(item => item.expression));
    }
    const name = at.kind === 'WindowSpec' ? at.base : at.name;
    if (!name || visited.has(name.name)) return found;
    visited.add(name.name);
    at = windows?.get(name.name);
    if (!at) problems.warn(`There is no window ${name.name}.`, name.span);
  }
  return found;
}
