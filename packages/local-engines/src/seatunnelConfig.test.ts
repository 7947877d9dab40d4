import { artifactSet } from './artifactSets';
import { hazelcastYaml, pluginMapping, seatunnelYaml } from './seatunnelConfig';

describe('pluginMapping', () => {
  it('names only connectors that are downloaded', () => {
    const jars = artifactSet('seatunnel-connectors-2.3.8').single.map(
      it => it.split(':')[1],
    );
    const named = pluginMapping({ jdbcSinkFromCdc: false })
      .split('\n')
      .filter(line => line.includes('= connector-'))
      .map(line => line.split(' = ')[1]);
    expect(new Set(named)).toEqual(new Set(jars));
  });

  it('takes the Jdbc sink from the CDC jar on request', () => {
    expect(pluginMapping({ jdbcSinkFromCdc: false })).toContain(
      'seatunnel.sink.Jdbc = connector-jdbc\n',
    );
    expect(pluginMapping({ jdbcSinkFromCdc: true })).toContain(
      'seatunnel.sink.Jdbc = connector-cdc-postgres\n',
    );
  });
});

describe('hazelcastYaml', () => {
  it('listens on one loopback port', () => {
    const { hazelcast } = JSON.parse(
      hazelcastYaml('/home', 1234, { imap: true }),
    );
    expect(hazelcast.network).toMatchObject({
      interfaces: { enabled: true, interfaces: ['127.0.0.1'] },
      port: { 'auto-increment': false, port: 1234 },
    });
    expect(hazelcast.properties['hazelcast.socket.bind.any']).toBe(false);
  });

  it('keeps jobs on disk unless that is switched off', () => {
    expect(hazelcastYaml('/home', 1, { imap: true })).toContain(
      '/home/data/imap',
    );
    expect(hazelcastYaml('/home', 1, { imap: false })).not.toContain(
      'map-store',
    );
  });
});

it('keeps checkpoints on the local disk', () => {
  const { storage } = JSON.parse(seatunnelYaml('/home')).seatunnel.engine
    .checkpoint;
  expect(storage['plugin-config']).toMatchObject({
    namespace: '/home/data/checkpoint',
    'fs.defaultFS': 'file:///',
  });
});
