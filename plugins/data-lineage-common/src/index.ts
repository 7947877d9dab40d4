/**
 * Models, permissions and client of data-lineage.
 *
 * @packageDocumentation
 */
export * from './Alias';
export * from './ChangePreview';
export * from './Drift';
export * from './Impact';
export * from './IngestAnswer';
export * from './LineageGraph';
export * from './LineageSearch';
export * from './NodeId';
export * from './Origin';
export * from './permissions';
export * from './change/changeMarkdown';
export * from './change/compareLineage';
export * from './change/lineageMarkdown';
export * from './client/DataLineageApi';
export * from './inference/dataJobName';
export * from './inference/declaredJobEvent';
export * from './inference/filledText';
export * from './inference/inferJobEvent';
export * from './inference/InferenceRequest';
export * from './inference/lineageEntityEvents';
export * from './inference/lineageProducer';
export * from './client/DataLineageClient';
