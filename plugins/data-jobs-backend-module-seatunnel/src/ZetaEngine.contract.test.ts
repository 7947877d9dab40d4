import { mockServices } from '@backstage/backend-test-utils';
import { describeJobEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import {
  FakeZetaOptions,
  FakeZetaServer,
} from './__testUtils__/FakeZetaServer';
import { BATCH, FAILING, STREAM, WRONG } from './__testUtils__/jobs';
import { ZetaEngine } from './ZetaEngine';

const SERVERS: FakeZetaOptions[] = [
  { restApi: 'v1', version: '2.3.8' },
  { restApi: 'v2', version: '2.3.9' },
  { restApi: 'v2', version: '3.0.0', paged: true },
];

for (const options of SERVERS) {
  const { restApi, version, paged } = options;
  describeJobEngine(
    `Zeta ${version} in memory (REST ${restApi}${paged ? ', pages' : ''})`,
    async () => {
      const server = await FakeZetaServer.start(options);
      const engine = new ZetaEngine(
        { name: 'zeta', url: server.url, restApi: 'auto', pollIntervalMs: 100 },
        mockServices.logger.mock(),
      );
      return {
        engine,
        longRunning: () => STREAM,
        wrong: () => WRONG,
        finishing: () => BATCH,
        failing: () => FAILING,
        jobIdFormat: /^[1-9]\d{0,18}$/,
        patienceMs: 5_000,
        setReachable: reachable => {
          server.reachable = reachable;
        },
        loseNextAnswer: () => {
          server.loseNextSubmission = true;
        },
        expectRestored: async engineJobId => {
          const restored = server.cluster.jobs.get(engineJobId);
          expect(restored?.fromSavepoint).toBe(true);
          expect(restored?.rows).toBeGreaterThan(0);
        },
        dispose: () => server.stop(),
      };
    },
  );
}
