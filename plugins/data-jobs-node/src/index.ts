/**
 * Ports of data-jobs: what an engine is, and where it is registered.
 *
 * @packageDocumentation
 */
export * from './JobEngine';
export * from './JobSubmission';
export * from './DeployGuard';
export * from './compareAsText';
export * from './EngineObservation';
export * from './engineErrors';
export * from './jobEnginesExtensionPoint';
export * from './pollObservations';
export * from './RunListener';
