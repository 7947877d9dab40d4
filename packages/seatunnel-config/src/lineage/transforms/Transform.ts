import type { JsonObject } from '../../model/JsonValue';
import type { FlowTable } from '../flow/FlowTable';
import type { Problems } from '../Problems';

/** What a transform does to one table. */
export type TransformStep = {
  table: FlowTable;
  options: JsonObject;
  /** `transform[0].Copy`, or the entry of `table_transform`. */
  path: string;
  /** Names of the outputs that the block reads. */
  inputs: readonly string[];
  problems: Problems;
};

/** Gives the tables that come out; most give one. */
export type Transform = (step: TransformStep) => FlowTable[];
