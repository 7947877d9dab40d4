export { LineageTables } from './LineageTables';
