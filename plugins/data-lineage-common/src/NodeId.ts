/** What a node of the graph is. @public */
export type NodeType = 'dataset' | 'job';

/** The OpenLineage pair, the identity of a dataset or a job. @public */
export type LineageName = { namespace: string; name: string };

/**
 * Identifies a node in URLs and answers: `dataset:NAMESPACE:NAME`, namespace and
 * name URI-encoded, so that any Unicode survives.
 *
 * @public
 */
export type NodeId = string;

/** The id of a dataset or job. @public */
export function nodeId(
  type: NodeType,
  { namespace, name }: LineageName,
): NodeId {
  return `${type}:${encodeURIComponent(namespace)}:${encodeURIComponent(name)}`;
}

/** Reads a node id; `undefined` when it is none. @public */
export function parseNodeId(
  id: string,
): (LineageName & { type: NodeType }) | undefined {
  const match = /^(dataset|job):([^:]*):([^:]+)$/.exec(id);
  if (!match) return undefined;
  try {
    return {
      type: match[1] as NodeType,
      namespace: decodeURIComponent(match[2]),
      name: decodeURIComponent(match[3]),
    };
  } catch {
    return undefined;
  }
}
