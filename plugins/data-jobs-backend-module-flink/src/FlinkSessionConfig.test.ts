import { ConfigReader } from '@backstage/config';
import { readFlinkSessionConfig } from './FlinkSessionConfig';

const read = (block: object) =>
  readFlinkSessionConfig('prod', new ConfigReader(block as any));

describe('readFlinkSessionConfig', () => {
  it('needs no more than the JobManager', () => {
    expect(read({ jobManagerUrl: 'http://flink:8081' })).toMatchObject({
      jobManagerUrl: 'http://flink:8081',
      pollIntervalMs: 2_000,
      allowedJarPrefixes: [],
      wholeLogs: false,
    });
  });

  it('reads durations as Backstage writes them', () => {
    const { pollIntervalMs } = read({
      jobManagerUrl: 'http://flink:8081',
      pollInterval: { seconds: 5 },
    });
    expect(pollIntervalMs).toBe(5_000);
  });

  it.each([
    [{}, 'dataJobs.engines.prod.jobManagerUrl is missing'],
    [
      { jobManagerUrl: 'flink' },
      'jobManagerUrl is "flink", which is no address',
    ],
    [{ jobManagerUrl: 'file:///etc' }, 'only http: and https:'],
    [
      { jobManagerUrl: 'http://me:secret@flink' },
      'dataJobs.engines.prod.jobManagerUrl must be an address alone',
    ],
    [
      { jobManagerUrl: 'http://flink', sqlGatewayUrl: 'x' },
      'dataJobs.engines.prod.sqlGatewayUrl',
    ],
    [
      { jobManagerUrl: 'http://flink', pollInterval: '1 ms' },
      'pollInterval is too short',
    ],
  ])('says what is wrong with %j', (block, message) => {
    expect(() => read(block)).toThrow(message);
  });

  it('does not repeat a password', () => {
    expect(() => read({ jobManagerUrl: 'http://me:secret@flink' })).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('secret'),
      }),
    );
  });
});
