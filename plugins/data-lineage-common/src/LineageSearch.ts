import { VisibleNode } from './LineageGraph';
import { NodeType } from './NodeId';

/** @public */
export type SearchQuery = {
  /** Part of a name, title or column, case-insensitive; empty lists all. */
  text?: string;
  type?: NodeType | 'column';
  /** Entity ref. */
  owner?: string;
  /** Entity ref. */
  system?: string;
  /** Default 25, at most 200. */
  limit?: number;
  /** From `nextCursor` of the page before. */
  cursor?: string;
};

/** A node that was found; `column` when a column of it matched. @public */
export type SearchHit = { node: VisibleNode; column?: string };

/** @public */
export type SearchPage = { items: SearchHit[]; nextCursor?: string };
