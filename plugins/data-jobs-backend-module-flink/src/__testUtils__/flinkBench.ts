import { JobEngineBench } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { testEngines } from '@datalark/local-engines';
import { FlinkSessionEngine } from '../FlinkSessionEngine';
import { FaultyProxy } from './FaultyProxy';
import {
  COUNT_FOREVER,
  FAILS_AT_ONCE,
  TEN_ROWS,
  WRONG_TABLE,
  sqlJob,
} from './flinkDefinitions';

/** A real Flink behind two proxies that tests can break. */
export async function realFlink(flinkVersion: '2.3.0' | '1.20.3') {
  const engines = await testEngines(['flink', 'sql-gateway'], { flinkVersion });
  const { flinkRestUrl, sqlGatewayUrl } = engines.endpoints;
  if (!flinkRestUrl || !sqlGatewayUrl) throw new Error('Flink has no address');
  const jobManager = await FaultyProxy.to(flinkRestUrl);
  const gateway = await FaultyProxy.to(sqlGatewayUrl);
  const engine = new FlinkSessionEngine('flink', {
    jobManagerUrl: jobManager.url,
    sqlGatewayUrl: gateway.url,
    historyServerUrl: engines.endpoints.flinkHistoryUrl,
    checkpointDirectory: engines.endpoints.checkpointsDir,
    pollIntervalMs: 200,
    allowedJarPrefixes: [],
    wholeLogs: false,
  });
  return {
    engine,
    engines,
    jobManager,
    gateway,
    async dispose() {
      await jobManager.close();
      await gateway.close();
      await engines.stop();
    },
  };
}

/** What the contract kit needs, for one version of Flink. */
export async function flinkBench(
  flinkVersion: '2.3.0' | '1.20.3',
): Promise<JobEngineBench> {
  const flink = await realFlink(flinkVersion);
  const { engine, jobManager, gateway, dispose } = flink;
  return {
    engine,
    longRunning: () => sqlJob(COUNT_FOREVER),
    wrong: () => sqlJob(WRONG_TABLE),
    failing: () => sqlJob(FAILS_AT_ONCE),
    finishing: () => sqlJob(TEN_ROWS),
    setReachable: reachable => {
      jobManager.isReachable = reachable;
      gateway.isReachable = reachable;
    },
    loseNextAnswer: () =>
      gateway.breakNext(/^POST .*\/statements$/, 'drop-answer', /INSERT INTO/),
    expectRestored: async (engineJobId, location) => {
      const answer = await fetch(
        `${jobManager.url}/jobs/${engineJobId}/checkpoints`,
      );
      const { latest } = await answer.json();
      expect(latest.restored.external_path).toBe(location);
    },
    dispose,
  };
}
