import type { FlinkVersion, OpenLineageReceiver } from './engineService';
import { flinkConfig } from './flinkConfig';
import type { Ports } from './ports';

const ports: Ports = {
  flinkRest: 1,
  flinkRpc: 2,
  flinkBlob: 3,
  sqlGateway: 4,
  taskManagerRpc: 5,
  taskManagerData: 6,
  flinkHistory: 7,
  seatunnel: 8,
  kafka: 9,
  kafkaController: 10,
  postgres: 11,
};
const settings = {
  flinkVersion: '2.3.0' as const,
  imap: true,
  jdbcSinkFromCdc: false,
  postgresInit: [],
  kafkaTopics: [],
};

describe('flinkConfig', () => {
  const lines = flinkConfig({ dir: '/set', ports, settings }).split('\n');

  it('listens on loopback only', () => {
    const hosts = lines.filter(line =>
      /(bind-host|bind-address|\.host|\.address): /.test(line),
    );
    expect(hosts).toHaveLength(9);
    hosts.forEach(line => expect(line).toMatch(/: 127\.0\.0\.1$/));
  });

  it('leaves rest.bind-port out: the gateway would take the port of the JobManager', () => {
    expect(lines).toContain('rest.port: 1');
    expect(lines.some(line => line.startsWith('rest.bind-port'))).toBe(false);
    expect(lines).toContain('sql-gateway.endpoint.rest.bind-port: 4');
  });

  it('takes settings besides, and in place of its own', () => {
    const changed = flinkConfig({
      dir: '/set',
      ports,
      settings: {
        ...settings,
        flinkConfiguration: {
          'high-availability.type': 'zookeeper',
          'heartbeat.timeout': '5000',
        },
      },
    }).split('\n');
    expect(changed.filter(line => !lines.includes(line))).toEqual([
      'high-availability.type: zookeeper',
      'heartbeat.timeout: 5000',
    ]);
    expect(changed).not.toContain('heartbeat.timeout: 10000');
  });

  it('sends OpenLineage events only when asked to', () => {
    expect(lines.join()).not.toContain('openlineage');
    const withReceiver = (
      openLineage: OpenLineageReceiver,
      flinkVersion: FlinkVersion = '2.3.0',
    ) =>
      flinkConfig({
        dir: '/set',
        ports,
        settings: { ...settings, flinkVersion, openLineage },
      });
    const ours = withReceiver({
      url: 'http://127.0.0.1:7007/api/data-lineage/v1/lineage',
      token: 'abc',
    });
    expect(ours).toContain(
      'openlineage.transport.url: http://127.0.0.1:7007\nopenlineage.transport.endpoint: /api/data-lineage/v1/lineage\n',
    );
    expect(ours).toContain('openlineage.transport.auth.apiKey: abc\n');
    expect(ours).toContain('openlineage.job.namespace: datalark\n');
    expect(ours).toContain('openlineage.enableDetachedJobTracking: true');
    const bare = withReceiver({ url: 'http://127.0.0.1:5000' });
    expect(bare).toContain('openlineage.transport.endpoint: /api/v1/lineage');
    expect(bare).not.toContain('auth');
    // 1.20 has no listeners
    expect(
      withReceiver({ url: 'http://127.0.0.1:5000' }, '1.20.3'),
    ).not.toContain('openlineage');
  });
});
