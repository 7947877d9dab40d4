export { SnapshotPhrase } from './ConsequenceText';
export {
  useVerbDialog,
  VerbDialogProvider,
  type VerbRequest,
} from './VerbDialogProvider';
