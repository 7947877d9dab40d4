/**
 * Answer of `POST /lineage/batch`, as OpenLineage's `spec/OpenLineage.yml` has it.
 *
 * @public
 */
export type BatchAnswer = {
  status: 'success' | 'partial_success' | 'failure';
  summary: {
    received: number;
    successful: number;
    failed: number;
    retriable: number;
    non_retriable: number;
  };
  failed_events: { index: number; reason: string; retriable: boolean }[];
};
