import { ColumnTransformation, VisibleNode } from './LineageGraph';
import { NodeId } from './NodeId';

/** Whose consequences: a dataset or job, or some columns of a dataset. @public */
export type ImpactQuery = {
  node: NodeId;
  /** Absent: the whole node. */
  columns?: string[];
  /** Default and cap are the server's. */
  depth?: number;
  asOf?: string;
};

/** Something downstream. @public */
export type ImpactItem = {
  node: VisibleNode;
  /** Affected columns; absent where only the table is known to depend. */
  columns?: { name: string; transformations: ColumnTransformation[] }[];
  /** Steps from the start, from 1. */
  distance: number;
  /** Entity refs of Quality entities that check it. */
  quality: string[];
};

/** What depends on something, grouped by owner. @public */
export type ImpactReport = {
  start: { node: VisibleNode; columns?: string[] };
  /** `owner` absent: nobody owns these. */
  owners: { owner?: string; items: ImpactItem[] }[];
  /** Affected things that the caller may not see. */
  hidden: number;
  truncated?: { reason: 'depth' | 'nodes'; limit: number };
  asOf: string;
};

/** What `write to owners` did: one notification for each owner. @public */
export type ImpactNotice = { owners: string[]; withoutOwner: number };
