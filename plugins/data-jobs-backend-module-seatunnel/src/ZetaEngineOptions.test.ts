import { ConfigReader } from '@backstage/config';
import { readZetaEngineOptions } from './ZetaEngineOptions';

const read = (block: Record<string, unknown>) =>
  readZetaEngineOptions('zeta', new ConfigReader(block as any));

describe('readZetaEngineOptions', () => {
  it('has defaults for all but the address', () => {
    expect(read({ url: 'http://127.0.0.1:5801/' })).toMatchObject({
      name: 'zeta',
      url: 'http://127.0.0.1:5801',
      restApi: 'auto',
      pollIntervalMs: 2000,
    });
  });

  it('takes the address of the v1 interface itself, and a context path', () => {
    expect(read({ url: 'http://st:5801/hazelcast/rest/maps/' }).url).toBe(
      'http://st:5801',
    );
    expect(read({ url: 'https://st:8080/seatunnel' }).url).toBe(
      'https://st:8080/seatunnel',
    );
  });

  it.each([
    [{}, 'dataJobs.engines.zeta.url is missing'],
    [{ url: 'st:5801' }, 'dataJobs.engines.zeta.url must begin with'],
    [{ url: 'ftp://st' }, 'dataJobs.engines.zeta.url must begin with'],
    [{ url: 'http://me:pw@st' }, 'basicAuth'],
    [
      { url: 'http://st', restApi: 'v3' },
      'dataJobs.engines.zeta.restApi is "v3"',
    ],
    [
      { url: 'http://st', timeZone: 'Mars/Base' },
      'dataJobs.engines.zeta.timeZone',
    ],
    [
      { url: 'http://st', pollInterval: 'often' },
      'dataJobs.engines.zeta.pollInterval',
    ],
    [{ url: 'http://st', pollInterval: '10ms' }, 'below 100 ms'],
  ])('names the key that is wrong in %j', (block, message) => {
    expect(() => read(block)).toThrow(message);
  });
});
