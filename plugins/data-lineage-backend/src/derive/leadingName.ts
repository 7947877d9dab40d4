/** Names of datasets that have to do with each other, and in what way. */
export type NameLinks = {
  /** Node by name key; the keys order nodes where nothing else does. */
  keys: ReadonlyMap<number, string>;
  /** Who says that a node is another name of it. */
  claims: readonly { node: number; symlink: number }[];
  /** What people say: `node` means `target`. */
  aliases: ReadonlyMap<number, number>;
};

/**
 * For each node the one that its name leads to. An alias wins. A symlink leads
 * to the dataset that claims it, unless several do: a catalog's table name may
 * be one session's only, and two datasets must not become one by it. Names that
 * lead to each other lead to the first of them by key.
 */
export function leadingNames(links: NameLinks): Map<number, number> {
  const { keys, claims, aliases } = links;
  const claimants = new Map<number, Set<number>>();
  for (const { node, symlink } of claims) {
    if (node === symlink) continue;
    const known = claimants.get(symlink) ?? new Set();
    claimants.set(symlink, known.add(node));
  }
  const parents = new Map(aliases);
  for (;;) {
    const roots = rootsOf(keys, parents);
    const found = [...claimants].flatMap(([symlink, nodes]) => {
      if (parents.has(symlink)) return [];
      const distinct = new Set([...nodes].map(node => roots.get(node)!));
      return distinct.size === 1 ? [[symlink, [...nodes][0]] as const] : [];
    });
    if (found.length === 0) return roots;
    for (const [symlink, node] of found) parents.set(symlink, node);
  }
}

function rootsOf(
  keys: ReadonlyMap<number, string>,
  parents: ReadonlyMap<number, number>,
): Map<number, number> {
  const roots = new Map<number, number>();
  for (const start of keys.keys()) {
    const path: number[] = [];
    let node = start;
    while (
      !roots.has(node) &&
      !path.includes(node) &&
      parents.has(node) &&
      keys.has(parents.get(node)!)
    ) {
      path.push(node);
      node = parents.get(node)!;
    }
    let root = roots.get(node) ?? node;
    if (path.includes(node)) {
      const cycle = path.slice(path.indexOf(node));
      root = cycle.reduce((a, b) => (keys.get(a)! <= keys.get(b)! ? a : b));
    }
    for (const one of [...path, node])
      if (!roots.has(one)) roots.set(one, root);
  }
  return roots;
}
