import {
  ColumnLink,
  LineageColumn,
  LineageEdge,
  LineageNode,
  NodeType,
  Origin,
} from '@datalark/backstage-plugin-data-lineage-common';

/** A box of the picture: a node, several hidden ones, or a closed group. */
export type SceneNode = {
  id: string;
  width: number;
  height: number;
  /** The open group around it: an entity ref. */
  group?: string;
  change?: 'added' | 'removed' | 'kept';
} & (
  | {
      kind: 'node';
      node: Extract<LineageNode, { hidden?: false }>;
      isRoot: boolean;
      /** Rows that are shown; absent while closed. */
      columns?: LineageColumn[];
      /** Columns that are not shown although the node is open. */
      moreColumns: number;
    }
  | { kind: 'hidden'; type: NodeType; count: number }
  | { kind: 'group'; of: string; count: number; datasets: number; jobs: number }
);

/** A line of the picture: an edge, or all between two boxes. */
export type SceneEdge = {
  id: string;
  from: string;
  to: string;
  origins: Origin[];
  change?: 'added' | 'removed' | 'kept';
  edges: LineageEdge[];
};

/** A line between two rows, or from a row to a whole box. */
export type SceneLink = { id: string; link: ColumnLink };

/** What is to be drawn, without places. */
export type Scene = {
  nodes: SceneNode[];
  edges: SceneEdge[];
  links: SceneLink[];
  /** Hidden datasets and jobs in it. */
  hiddenCount: number;
};

/** Pixels; the style sheet of the nodes uses the same. */
export const SIZES = {
  width: 264,
  dataset: 92,
  job: 92,
  hidden: 44,
  hiddenWidth: 160,
  group: 72,
  columnsTop: 96,
  row: 24,
  rows: 14,
} as const;
