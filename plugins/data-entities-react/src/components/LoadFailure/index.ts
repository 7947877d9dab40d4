export { errorText } from './errorText';
export { LoadFailure } from './LoadFailure';
export { StaleNotice } from './StaleNotice';
