import type { Span } from '../ast';

/** A node of the tree, whatever it is. */
export type AnyNode = { kind: string; span: Span };

/** Calls back for every node below one, and with its parent; not recursive. */
export function visitNodes(
  root: AnyNode,
  visit: (node: AnyNode, parent: AnyNode) => void,
): void {
  const open: [unknown, AnyNode][] = Object.values(root).map(value => [
    value,
    root,
  ]);
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const [value, parent] = entry;
    if (typeof value === 'object' && value !== null) {
      const node = isNode(value) ? value : parent;
      if (isNode(value)) visit(value, parent);
      for (const child of Object.values(value)) open.push([child, node]);
    }
  }
}

function isNode(value: object): value is AnyNode {
  return 'kind' in value && 'span' in value;
}
