import {
  LineageColumn,
  LineageName,
} from '@datalark/backstage-plugin-data-lineage-common';
import type { Transformation } from '@datalark/openlineage';
import { NodeName } from '../database/NodeStore';

/** The types of a RunEvent. */
export type RunState =
  | 'START'
  | 'RUNNING'
  | 'COMPLETE'
  | 'FAIL'
  | 'ABORT'
  | 'OTHER';

/** What an event says about flows, by name; missing is unknown, `[]` is none. */
export type StatedFlow = {
  inputs?: LineageName[];
  outputs?: LineageName[];
  /** Inputs that are only asked for the rows of a key. */
  lookups?: LineageName[];
  columns?: {
    dataset: LineageName;
    edges: {
      from: LineageName & { field: string };
      to: string;
      transformations: Transformation[];
    }[];
    influences: {
      from: LineageName & { field: string };
      transformations: Transformation[];
    }[];
  }[];
};

/** What the graph takes from an event. */
export type EventFacts = {
  /** The job, or the dataset of a DatasetEvent. */
  subject: NodeName;
  /** Milliseconds since 1970. */
  eventTime: number;
  /** Of RunEvents. */
  run?: { id: string; state: RunState };
  /** BATCH, STREAMING, SERVICE. */
  processing?: string;
  integration?: string;
  flow: StatedFlow;
  datasets: {
    name: LineageName;
    /** Absent: not told. */
    columns?: LineageColumn[];
    /** Absent: not told; empty: it has no other name. */
    symlinks?: (LineageName & { type?: string })[];
    /** CREATE, ALTER, DROP, OVERWRITE, RENAME, TRUNCATE. */
    lifecycle?: { change: string; previous?: LineageName };
  }[];
};
