import { NodeId, NodeType } from './NodeId';
import { Origin } from './Origin';

/** A column of a dataset; nested fields have dotted names. @public */
export type LineageColumn = {
  name: string;
  type?: string;
  description?: string;
};

/** Neighbours that an answer leaves out and that can be expanded. @public */
export type Neighbours = { upstream: number; downstream: number };

/**
 * A dataset or job that the caller may see. What the catalog says of it (title,
 * owner, system, source) is today's also in an answer for another time, in which
 * `runState`, `lastSeenAt`, `lastWrittenAt` and `droppedAt` are left out: they are of now.
 *
 * @public
 */
export type VisibleNode = {
  id: NodeId;
  type: NodeType;
  hidden?: false;
  namespace: string;
  name: string;
  /** The entity's title, or a short form of the name. */
  title: string;
  /** The catalog entity that the pair, a symlink or an alias leads to. */
  entityRef?: string;
  /** Entity ref of the owner. */
  owner?: string;
  /** Entity ref of the system. */
  system?: string;
  /** Entity ref of the DataSource that holds the dataset. */
  source?: string;
  /** Kafka, postgres, …: from the namespace's scheme or the entity's type. */
  dataSystem?: string;
  /** Other names of the same dataset. */
  symlinks?: { namespace: string; name: string; type?: string }[];
  /** Columns; only when asked for, and unknown when absent. */
  columns?: LineageColumn[];
  /** Jobs: BATCH, STREAMING or SERVICE as reported. */
  processing?: string;
  /** Jobs: who reported it, `FLINK`, `SEATUNNEL`, … */
  integration?: string;
  /** Jobs: state of the newest run known here; absent means unknown. */
  runState?: 'START' | 'RUNNING' | 'COMPLETE' | 'FAIL' | 'ABORT' | 'OTHER';
  /** Time of the newest event that named this node. */
  lastSeenAt?: string;
  /** Datasets: time of the newest observed write. */
  lastWrittenAt?: string;
  /** Datasets: when it was dropped; absent where nothing says so, or it is there again. */
  droppedAt?: string;
  /** Neighbours that are not in this answer. */
  more: Neighbours;
};

/** A node that the caller may not see: it is counted, never named. @public */
export type HiddenNode = {
  /** Opaque, and stable within one answer only. */
  id: string;
  type: NodeType;
  hidden: true;
};

/** A node of an answer. @public */
export type LineageNode = VisibleNode | HiddenNode;

/**
 * Data flows from `from` to `to`: dataset to job (reads), job to dataset
 * (writes), or dataset to dataset when no job is known.
 *
 * @public
 */
export type LineageEdge = {
  from: string;
  to: string;
  origins: Origin[];
  firstSeenAt: string;
  lastSeenAt: string;
  /** In a diff: what became of it. */
  change?: 'added' | 'removed' | 'kept';
};

/** A piece of the SQL or configuration; lines and columns count from 1, `end` is past the last. @public */
export type SourceSpan = {
  start: { line: number; column: number };
  end: { line: number; column: number };
};

/** What happens between two columns; OpenLineage's column lineage words. @public */
export type ColumnTransformation = {
  type: 'DIRECT' | 'INDIRECT';
  /** IDENTITY, TRANSFORMATION, AGGREGATION, JOIN, GROUP_BY, FILTER, SORT, WINDOW, CONDITIONAL. */
  subtype?: string;
  description?: string;
  masking?: boolean;
  span?: SourceSpan;
};

/** A column feeds a column, or influences a whole dataset (`to.column` absent). @public */
export type ColumnLink = {
  from: { node: string; column: string };
  to: { node: string; column?: string };
  /** The job that does it, when one is known and may be seen. */
  job?: string;
  transformations: ColumnTransformation[];
  origins: Origin[];
  change?: 'added' | 'removed' | 'kept';
};

/** Part of the graph. @public */
export type LineageGraph = {
  /** Where the walk began. */
  roots: NodeId[];
  nodes: LineageNode[];
  edges: LineageEdge[];
  /** With `level: 'column'` only. */
  columnLinks?: ColumnLink[];
  /** The walk stopped at a cap: the answer is a part. */
  truncated?: { reason: 'depth' | 'nodes'; limit: number };
  /** The time that the answer holds for, ISO 8601. */
  asOf: string;
};

/** Which part of the graph. @public */
export type GraphQuery = {
  nodes: NodeId[];
  /** Default `both`. */
  direction?: 'upstream' | 'downstream' | 'both';
  /** Steps from dataset to job or job to dataset; default 2, at most 40. */
  depth?: number;
  /** Default `table`. */
  level?: 'table' | 'column';
  /** Only lineage of these origins; default all. */
  origins?: Origin[];
  /** ISO 8601; default now. */
  asOf?: string;
  /** At most so many nodes; the server's own cap holds too. */
  limit?: number;
};

/** The whole path of one column. @public */
export type ColumnQuery = Omit<GraphQuery, 'nodes' | 'level'> & {
  node: NodeId;
  column: string;
};

/** The same question at two times. @public */
export type DiffQuery = Omit<GraphQuery, 'asOf'> & { from: string; to: string };
