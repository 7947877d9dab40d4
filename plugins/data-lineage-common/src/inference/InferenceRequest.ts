import { KnownTable } from '@datalark/flink-sql';
import { JobEvent } from '@datalark/openlineage';
import { LineageProblem } from '../ChangePreview';
import { LineageName } from '../NodeId';

/** A definition whose lineage is wanted. @public */
export type InferenceRequest = {
  job: LineageName;
  /** `spec.definition` of a DataJob with `spec.type` as its `type`. */
  definition: { type: string; [field: string]: unknown };
  /** Default `streaming`. */
  processing?: 'streaming' | 'batch';
  /** `${NAME}` in the definition; what is not given stays as written. */
  variables?: Readonly<Record<string, string>>;
  /** Tables that exist before a Flink SQL script runs. */
  knownTables?: KnownTable[];
  /** Columns of a dataset where a catalog knows them; asked where the definition does not name them. */
  columnsOf?: (
    name: LineageName,
  ) => readonly { name: string; type?: string }[] | undefined;
  /** A Flink SQL script that defines more of them, views included. */
  definitions?: string;
  /** ISO 8601. */
  eventTime: string;
  /** URI; default that of data-lineage. */
  producer?: string;
};

/** What can be told of a definition without running it. @public */
export type Inference = {
  /** Absent: nothing is known, e.g. of a jar. */
  event?: JobEvent;
  problems: LineageProblem[];
};
