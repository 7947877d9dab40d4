export { JobEnvironments } from './JobEnvironments';
export { PromotionDiff } from './PromotionDiff';
export { ResolvedConfiguration } from './ResolvedConfiguration';
