export { VerbBar } from './VerbBar';
export { VerbMenu } from './VerbMenu';
export { useVerbStates, type VerbState } from './useVerbStates';
