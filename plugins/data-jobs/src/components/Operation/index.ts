export { OperationError, OperationOutcome } from './OperationOutcome';
export { OperationStepList } from './OperationStepList';
