export { ObservedBadge, StateBadge } from './StateBadge';
