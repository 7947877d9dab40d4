export { FakeDataJobsApi } from './FakeDataJobsApi';
export * from './jobFixtures';
