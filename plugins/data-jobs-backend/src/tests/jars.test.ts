import { mkdtemp, readdir, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { eventually } from '@datalark/backend-test-kit';
import { FakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import request from 'supertest';
import { zipOf } from '../__testUtils__/jarFile';
import { startPortal } from '../__testUtils__/startPortal';
import { safeName } from '../jars/receiveJar';
import { SPEC } from '../__testUtils__/TestPlane';

jest.setTimeout(60_000);

describe('jars', () => {
  const base = '/api/data-jobs';
  let api: ReturnType<typeof request>;
  let engine: FakeEngine;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-jobs-jars-'));
    const portal = await startPortal({
      dataJobs: { jarStore: { directory: join(folder, 'jars') } },
    });
    api = request(portal.server);
    engine = portal.engine;
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  const upload = (content: Buffer, name = 'job.jar') =>
    api.post(`${base}/jars`).attach('jarfile', content, name);
  const stored = async () => readdir(join(folder, 'jars')).catch(() => []);

  it('are stored by their hash, once', async () => {
    const jar = zipOf(['META-INF/MANIFEST.MF', 'a.class']);
    const first = await upload(jar, '../../etc/passwd.jar');
    expect(first.body.error).toBeUndefined();
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      ref: `uploaded:${first.body.sha256}`,
      fileName: 'passwd.jar',
      sizeBytes: jar.length,
      uploadedBy: 'user:default/mock',
    });
    expect((await upload(jar, 'again.jar')).body).toEqual(first.body);
    expect(await stored()).toEqual([`${first.body.sha256}.jar`]);
    expect((await api.get(`${base}/jars`)).body.items).toHaveLength(1);

    const spec = {
      ...SPEC,
      type: 'flink-jar',
      definition: { jar: first.body.ref },
    };
    const { body } = await api
      .post(`${base}/jobs`)
      .send({ name: 'jar', spec, deploy: true });
    await eventually(
      () => api.get(`${base}/operations/${body.operation.id}`),
      answer => expect(answer.body.state).toBe('succeeded'),
    );
    expect(engine.liveJobs('jar')[0].submission?.jarPath).toBe(
      join(folder, 'jars', `${first.body.sha256}.jar`),
    );
  });

  it.each([
    ['text', Buffer.from('hello'), /no zip/],
    ['a zip without manifest', zipOf(['a.class']), /MANIFEST/],
    ['a torn zip', zipOf(['META-INF/MANIFEST.MF']).subarray(10), /jar/],
    ['nothing', Buffer.alloc(0), /no zip/],
  ])('are refused: %s', async (_what, content, message) => {
    const before = await stored();
    const { status, body } = await upload(content);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
    expect(await stored()).toEqual(before);
  });

  it('are refused when the request is malformed', async () => {
    const { status, body } = await upload(
      zipOf(['META-INF/MANIFEST.MF']),
      'a\u0001.jar',
    );
    expect({ status, name: body.error.name }).toEqual({
      status: 400,
      name: 'InputError',
    });
  });

  it('are refused without a file, and under another name', async () => {
    await api.post(`${base}/jars`).field('a', 'b').expect(400);
    await api
      .post(`${base}/jars`)
      .attach('other', zipOf(['META-INF/MANIFEST.MF']), 'a.jar')
      .expect(400);
  });

  it('that are not in the store are named', async () => {
    const { body } = await api.post(`${base}/validate`).send({
      name: 'x',
      spec: {
        ...SPEC,
        type: 'flink-jar',
        definition: { jar: `uploaded:${'0'.repeat(64)}` },
      },
    });
    expect(body.problems[0].field).toBe('spec.definition.jar');
  });
});

describe('safeName', () => {
  it.each([
    ['../../etc/passwd.jar', 'passwd.jar'],
    ['C:\\jobs\\a.jar', 'a.jar'],
    ['a\u0000\nb.jar', 'ab.jar'],
    ['作业.jar', '作业.jar'],
    ['', 'job.jar'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });
});
