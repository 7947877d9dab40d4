export { OpenDialog } from './OpenDialog';
