import { parseCliArguments } from './cliArguments';
import { envText, progressLine, statusText } from './cliText';
import { downloadEstimator } from './progress';
import { SERVICE_NAMES } from './serviceNames';

describe('parseCliArguments', () => {
  it('has defaults for everything', () => {
    expect(parseCliArguments(['up'], '/repo', {})).toEqual({
      command: 'up',
      names: [],
      dir: '/repo/.datalark/engines',
      services: SERVICE_NAMES,
      flinkVersion: '2.3.0',
      openLineage: undefined,
      seedDir: undefined,
      jdbcSinkFromCdc: false,
      json: false,
      whileLeased: false,
    });
    expect(
      parseCliArguments(['up'], '/repo', { DATALARK_SEED_DIR: '/seed' }),
    ).toMatchObject({ seedDir: '/seed' });
    expect(parseCliArguments([], '/repo').command).toBe('help');
  });

  it.each([
    [['fly'], /no command "fly"; there are up, status/],
    [
      ['up', '--services', 'flink,mysql'],
      /no service "mysql"; there are flink/,
    ],
    [['up', '--flink', '1.17'], /Flink 1.17 cannot be run; choose 2.3.0 or/],
    [['restart'], /Say what to restart/],
  ])('%j makes no sense', (argv, message) => {
    expect(() => parseCliArguments(argv, '/repo')).toThrow(message);
  });
});

describe('progressLine', () => {
  it('gives size and time left of a download', () => {
    expect(
      progressLine({
        service: 'flink',
        state: 'downloading',
        message: 'flink-2.3.0 is being downloaded.',
        progress: { bytes: 1e7, totalBytes: 2.1e8, secondsLeft: 120 },
        at: '',
      }),
    ).toBe(
      'flink          downloading: flink-2.3.0 is being downloaded. 10 MB of 210 MB, 2 min left.',
    );
  });
});

describe('statusText', () => {
  const status = {
    updatedAt: '',
    supervisorPid: 7,
    endpoints: { kafkaBootstrapServers: '127.0.0.1:9', logDirs: {} },
    services: {
      flink: {
        state: 'missing-prerequisite' as const,
        message: 'Java 17 was not found on the PATH.',
        remedy: 'Install a JDK 17.',
        since: '',
      },
      kafka: {
        state: 'running' as const,
        version: '4.3.1',
        rssBytes: 165e6,
        since: '',
      },
    },
  };

  it('shows what runs, what does not and why, and the memory of all', () => {
    const text = statusText('/set', status, true);
    expect(text).toContain('run by process 7');
    expect(text).toMatch(/kafka +running +4\.3\.1 +165 MB +127\.0\.0\.1:9/);
    expect(text).toMatch(
      /Java 17 was not found on the PATH\.\n +Install a JDK 17\./,
    );
    expect(text).toContain('Memory of all (RSS): 165 MB');
  });

  it('does not give the memory of what runs no more', () => {
    expect(statusText('/set', status, false)).not.toContain('MB');
    expect(statusText('/set', undefined, false)).toContain('ever started');
  });
});

it('env names the file of the password, never the password', () => {
  const text = envText(
    '/set',
    {
      flinkRestUrl: 'http://127.0.0.1:1',
      postgres: {
        host: '127.0.0.1',
        port: 2,
        user: 'datalark',
        password: 'hidden',
        databases: ['shop'],
      },
      logDirs: {},
    },
    '/set/secrets.json',
  );
  expect(text).toBe(
    [
      "export DATALARK_ENGINES_DIR='/set'",
      "export FLINK_REST_URL='http://127.0.0.1:1'",
      "export POSTGRES_HOST='127.0.0.1'",
      "export POSTGRES_PORT='2'",
      "export POSTGRES_USER='datalark'",
      "export POSTGRES_SECRETS_FILE='/set/secrets.json'",
      '',
    ].join('\n'),
  );
});

it('downloadEstimator leaves out what was there before', () => {
  let now = 0;
  const estimate = downloadEstimator(1000, () => now);
  expect(estimate(400)).toEqual({ bytes: 400, totalBytes: 1000 });
  now = 2000;
  expect(estimate(600)).toEqual({
    bytes: 600,
    totalBytes: 1000,
    secondsLeft: 4,
  });
});
