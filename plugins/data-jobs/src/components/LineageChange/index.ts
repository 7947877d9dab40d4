export { LineageChange } from './LineageChange';
