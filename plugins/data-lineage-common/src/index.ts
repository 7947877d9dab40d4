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
export * from './client/DataLineageApi';
