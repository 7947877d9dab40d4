export { DesiredLabel } from './DesiredLabel';
