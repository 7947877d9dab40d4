export { HealthBadge, HealthCell, HealthReasons } from './HealthBadge';
