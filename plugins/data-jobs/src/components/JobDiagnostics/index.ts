export { JobDiagnostics } from './JobDiagnostics';
