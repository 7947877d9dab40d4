/**
 * What one event says about flows, in the numbers of nodes as they are named
 * (not yet what the names lead to). A missing list is unknown, an empty one
 * means none.
 */
export type Statement = {
  /** Datasets that the job reads; of a DatasetEvent: what it is made from. */
  inputs?: number[];
  /** Of the inputs those that are only asked for the rows of a key. */
  lookups?: number[];
  /** Datasets that the job writes; never there for a DatasetEvent. */
  outputs?: number[];
  /** By dataset, of which columns are told. */
  columns?: StatedColumns[];
};

/** What an event says about the columns of one dataset. */
export type StatedColumns = {
  dataset: number;
  /** From a column of a node to a column of `dataset`, and how. */
  edges: [node: number, column: string, to: string, transformation: number][];
  /** From a column of a node to all of `dataset`, and how. */
  influences: [node: number, column: string, transformation: number][];
};

/** A run with what it has said, or an event without a run. */
export type StatedRun = {
  key: string;
  startedAt: number;
  /** When it was complete; absent: it was not, or not yet. */
  completedAt?: number;
  /** It counts from when it speaks: it need not end, or cannot. */
  isOpenEnded: boolean;
  /** The first time that each statement was made. */
  said: { at: number; statement: Statement }[];
};
