export { bigGraph } from './bigGraph';
export { FakeDataLineageApi } from './FakeDataLineageApi';
export type { FakeGraph } from './FakeGraph';
export { ENRICH_SQL, SHOP, shopGraph, TIMES } from './shopGraph';
export { seededRandom, syntheticGraph } from './syntheticGraph';
