export { errorText, LoadFailure } from './LoadFailure';
export { StaleNotice } from './StaleNotice';
