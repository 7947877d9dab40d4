import {
  BatchAnswer,
  Origin,
} from '@datalark/backstage-plugin-data-lineage-common';

/** How events come in. */
export type IngestOptions = {
  /**
   * Default: `observed` for RunEvents, `declared` for Job- and DatasetEvents.
   */
  origin?: Origin;
  /**
   * By whom, such as `http`, `data-jobs` or an entity ref; at most 255
   * characters. A JobEvent or DatasetEvent replaces what the same source has
   * said with the same origin of the same job or dataset: one with
   * `inputs: []` and `outputs: []` takes everything back.
   */
  source: string;
  /** Who sent it: entity ref of a user, or `service:…`. */
  sentBy?: string;
};

/** The one door for lineage, for HTTP and for whatever infers or declares. */
export interface LineageIngest {
  /**
   * Resolves when the good events are durable; the graph has them a moment
   * later (see `caughtUp`). What is wrong with the others is in the answer.
   * Rejects, with nothing taken, when the store is out of reach.
   */
  ingest(
    events: readonly unknown[],
    options: IngestOptions,
  ): Promise<BatchAnswer>;

  /**
   * Waits until the graph has all events whose `ingest` has resolved before,
   * for at most `timeoutMs`; false: it has not yet.
   */
  caughtUp(timeoutMs: number): Promise<boolean>;
}
