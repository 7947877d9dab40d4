export { dataKindColumns } from './dataKindColumns';
