import { mockServices } from '@backstage/backend-test-utils';
import { describeJobEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { testEngines } from '@datalark/local-engines';
import { FaultyProxy } from './__testUtils__/FaultyProxy';
import { BATCH, FAILING, STREAM, WRONG } from './__testUtils__/jobs';
import { ZetaEngine } from './ZetaEngine';

describeJobEngine(
  'A real Zeta 2.3.8 (REST v1)',
  async () => {
    const engines = await testEngines(['seatunnel']);
    const { seatunnelUrl, logDirs } = engines.endpoints;
    const proxy = await FaultyProxy.start(seatunnelUrl!);
    const engine = new ZetaEngine(
      {
        name: 'zeta',
        url: proxy.url,
        restApi: 'auto',
        pollIntervalMs: 500,
        logDirectory: logDirs.seatunnel,
      },
      mockServices.logger.mock(),
    );
    return {
      engine,
      longRunning: () => STREAM,
      wrong: () => WRONG,
      finishing: () => BATCH,
      failing: () => FAILING,
      jobIdFormat: /^[1-9]\d{0,18}$/,
      setReachable: reachable => proxy.setReachable(reachable),
      loseNextAnswer: () => proxy.loseNextAnswer(),
      dispose: async () => {
        await proxy.stop();
        await engines.stop();
      },
    };
  },
  { timeoutMs: 120_000 },
);
