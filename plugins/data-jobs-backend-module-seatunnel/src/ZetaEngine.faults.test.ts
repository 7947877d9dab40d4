import { mockServices } from '@backstage/backend-test-utils';
import {
  EngineObservation,
  EngineUnavailableError,
  JobSubmission,
  SubmissionRefusedError,
  VerbRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { FakeZetaServer } from './__testUtils__/FakeZetaServer';
import { BATCH, seatunnelJob, STREAM } from './__testUtils__/jobs';
import { ZetaEngine } from './ZetaEngine';
import { ZetaEngineOptions } from './ZetaEngineOptions';

let server: FakeZetaServer;

beforeEach(async () => {
  server = await FakeZetaServer.start({ restApi: 'v1', version: '2.3.8' });
});
afterEach(() => server.stop());

function engine(options: Partial<ZetaEngineOptions> = {}): ZetaEngine {
  return new ZetaEngine(
    {
      name: 'zeta',
      url: server.url,
      restApi: 'auto',
      pollIntervalMs: 20,
      ...options,
    },
    mockServices.logger.mock(),
  );
}

const call = () => ({ signal: AbortSignal.timeout(5_000) });

function submission(over: Partial<JobSubmission> = {}): JobSubmission {
  return {
    ...BATCH,
    jobName: 'orders',
    engineJobId: '9223372036854775806',
    isRetry: false,
    ...over,
  };
}

async function firstLook(from: ZetaEngine): Promise<EngineObservation> {
  const stop = new AbortController();
  try {
    for await (const look of from.observe({ signal: stop.signal })) {
      return look;
    }
  } finally {
    stop.abort();
  }
  throw new Error('No look');
}

function answerEverything(status: number, body: string, type = 'text/html') {
  server.override = (_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
    return true;
  };
}

describe('answers that are none', () => {
  it.each([
    ['HTML of somebody else', 200, '<html>Welcome</html>'],
    ['half of JSON', 200, '{"projectVersion":"2.3.8","wor'],
    ['JSON of somebody else', 200, '{"hello":"world"}'],
    ['nothing', 200, ''],
    ['a proxy that is alone', 502, '<html>Bad Gateway</html>'],
  ])('takes %s for out of reach, not for no jobs', async (_, status, body) => {
    answerEverything(status, body);
    const look = await firstLook(engine());
    expect(look.reachable).toBe(false);
    expect(!look.reachable && look.message).toContain(server.url);
    await expect(engine().lookup('1', call())).rejects.toBeInstanceOf(
      EngineUnavailableError,
    );
  });

  it('does not follow a redirect', async () => {
    server.override = (_, response) => {
      response.writeHead(302, { location: 'http://192.0.2.1/overview' });
      response.end();
      return true;
    };
    const look = await firstLook(engine());
    expect(!look.reachable && look.message).toMatch(/redirect/);
  });

  it('notices an answer that is cut off', async () => {
    server.override = (request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"projectVersion"');
      setTimeout(() => request.socket.destroy(), 10);
      return true;
    };
    const look = await firstLook(engine());
    expect(!look.reachable && look.message).toMatch(/did not answer/);
  });

  it('waits for a worker before it believes the lists', async () => {
    server.workers = 0;
    const look = await firstLook(engine());
    expect(!look.reachable && look.message).toMatch(/no worker/);
  });

  it('says that nothing listens', async () => {
    const zeta = engine();
    await server.stop();
    const look = await firstLook(zeta);
    expect(!look.reachable && look.message).toMatch(/nothing listens there/);
    server = await FakeZetaServer.start({ restApi: 'v1', version: '2.3.8' });
  });
});

describe('looking at jobs', () => {
  it('asks three questions per look, however many jobs there are', async () => {
    const zeta = engine();
    for (let i = 1; i <= 20; i += 1) {
      await zeta.submit(
        submission({ ...STREAM, engineJobId: String(i) }),
        call(),
      );
    }
    await firstLook(zeta);
    server.seen.length = 0;
    const look = await firstLook(zeta);
    expect(look.reachable && look.jobs).toHaveLength(20);
    expect(server.seen).toEqual([
      'GET /hazelcast/rest/maps/overview',
      'GET /hazelcast/rest/maps/running-jobs',
      'GET /hazelcast/rest/maps/finished-jobs/',
    ]);
  });

  it('reads all pages of a server that has them', async () => {
    await server.stop();
    server = await FakeZetaServer.start({
      restApi: 'v2',
      version: '3.0.0',
      paged: true,
    });
    const zeta = engine();
    for (let i = 1; i <= 5; i += 1) {
      await zeta.submit(
        submission({ ...STREAM, engineJobId: String(i) }),
        call(),
      );
    }
    const look = await firstLook(zeta);
    expect(look.reachable && look.jobs).toHaveLength(5);
  });

  it('goes over to v2 when the server was replaced', async () => {
    const zeta = engine({ url: server.url });
    expect((await firstLook(zeta)).reachable).toBe(true);
    expect(zeta.capabilities.logs).toBe(false);
    Object.assign(server.options, { restApi: 'v2', version: '2.3.9' });
    expect((await firstLook(zeta)).reachable).toBe(true);
    expect(zeta.capabilities.logs).toBe(true);
  });

  it.each(['UNKNOWABLE', 'A_NEW_ONE'])(
    'takes %s for a state that nobody knows, not for the end of the job',
    async status => {
      const zeta = engine();
      await zeta.submit(submission(STREAM), call());
      const id = '9223372036854775806';
      const job = server.cluster.jobs.get(id)!;
      job.status = status;
      job.timers.forEach(timer => clearTimeout(timer));
      const look = await firstLook(zeta);
      const seen = {
        engineJobId: id,
        state: 'unknown',
        message: expect.stringContaining(`"${status}"`),
      };
      expect(look.reachable && look.jobs).toMatchObject([seen]);
      expect(look.reachable && look.problems[0].message).toContain(status);
      expect(await zeta.lookup(id, call())).toMatchObject(seen);
    },
  );

  it('neither stops nor restores a job of which the server says nothing', async () => {
    const zeta = engine();
    await zeta.submit(submission(STREAM), call());
    const engineJobId = '9223372036854775806';
    const job = server.cluster.jobs.get(engineJobId)!;
    job.status = 'A_NEW_ONE';
    job.timers.forEach(timer => clearTimeout(timer));
    const request = { engineJobId, requestId: '0'.repeat(32) };
    const restore = { location: engineJobId, engineJobId };
    for (const attempt of [
      () => zeta.cancel(engineJobId, call()),
      () => zeta.stopWithSavepoint(request, call()),
      () => zeta.requestProgress(request, call()),
      () => zeta.submit({ ...submission(STREAM), restore }, call()),
    ]) {
      await expect(attempt()).rejects.toThrow(/says "A_NEW_ONE"/);
    }
    expect(job.status).toBe('A_NEW_ONE');
  });
});

describe('submitting', () => {
  it('keeps ids of 63 bits exact on every way', async () => {
    const zeta = engine();
    await zeta.submit(submission(STREAM), call());
    const id = '9223372036854775806';
    expect(server.cluster.jobs.has(id)).toBe(true);
    const request = { engineJobId: id, requestId: '0'.repeat(32) };
    await zeta.stopWithSavepoint(request, call());
    let progress = await zeta.requestProgress(request, call());
    while (progress.state === 'in-progress') {
      progress = await zeta.requestProgress(request, call());
    }
    expect(progress).toEqual({ state: 'completed', location: id });
    const [snapshot] = await zeta.snapshots(id, call());
    expect(snapshot).toMatchObject({ location: id, engineJobId: id });
    expect(await zeta.lookup(id, call())).toMatchObject({
      engineJobId: id,
      state: 'suspended',
    });
  });

  it('sends name, mode, parallelism and settings, in the words of the server', async () => {
    let sent: any;
    server.override = (request, response) => {
      if (!request.url?.includes('/submit-job')) return false;
      const url = new URL(request.url, server.url);
      request.setEncoding('utf8');
      let body = '';
      request.on('data', part => {
        body += part;
      });
      request.on('end', () => {
        sent = { query: Object.fromEntries(url.searchParams), body };
        response.end('{"jobId":"9223372036854775806","jobName":"x"}');
      });
      return true;
    };
    const definition = seatunnelJob(
      'source { FakeSource { plugin_output = a, schema { fields { id = bigint } } } }\nsink { Console { plugin_input = a } }',
      'streaming',
    );
    await engine().submit(
      submission({
        ...definition,
        jobName: 'orders & more',
        parallelism: 3,
        configuration: { 'checkpoint.interval': 5000 },
      }),
      call(),
    );
    expect(sent.query).toEqual({
      jobId: '9223372036854775806',
      jobName: 'orders & more',
    });
    expect(JSON.parse(sent.body)).toEqual({
      env: {
        'job.mode': 'STREAMING',
        'checkpoint.interval': 5000,
        parallelism: 3,
        'job.name': 'orders & more',
      },
      source: [
        {
          plugin_name: 'FakeSource',
          result_table_name: 'a',
          schema: { fields: { id: 'bigint' } },
        },
      ],
      sink: [{ plugin_name: 'Console', source_table_name: 'a' }],
    });
  });

  it('does not restore a run whose state SeaTunnel deleted', async () => {
    const zeta = engine();
    await zeta.submit(submission(STREAM), call());
    await zeta.cancel('9223372036854775806', call());
    while (
      (await zeta.lookup('9223372036854775806', call()))?.state !== 'canceled'
    );
    const restore = {
      location: '9223372036854775806',
      engineJobId: '9223372036854775806',
    };
    await expect(
      zeta.submit(submission({ ...STREAM, restore }), call()),
    ).rejects.toThrow(/deletes the state/);
    await expect(
      zeta.stopWithSavepoint(
        { engineJobId: '9223372036854775806', requestId: 'a' },
        call(),
      ),
    ).rejects.toBeInstanceOf(VerbRefusedError);
  });

  it('takes a run that is over for arrived when the answer was lost', async () => {
    const zeta = engine();
    await zeta.submit(submission(), call());
    while (
      (await zeta.lookup('9223372036854775806', call()))?.state !== 'finished'
    );
    // A repetition, and an attempt that does not know that it is one.
    await zeta.submit(submission({ isRetry: true }), call());
    await zeta.submit(submission(), call());
    expect(server.cluster.jobs.get('9223372036854775806')?.rows).toBe(16);
  });

  it('ends a job that a server started under an id of its own', async () => {
    server.override = (request, response) => {
      if (!request.url?.includes('/submit-job')) return false;
      response.end('{"jobId":1176430838225569999,"jobName":"x"}');
      return true;
    };
    await expect(engine().submit(submission(), call())).rejects.toThrow(
      /ignores the id/,
    );
    expect(server.seen.at(-1)).toMatch(/stop-job/);
  });

  it('does not take a server that is not ready for a refusal', async () => {
    server.override = (request, response) => {
      if (!request.url?.includes('/submit-job')) return false;
      response.writeHead(500);
      response.end(
        '{"status":"fail","message":"com.hazelcast.core.HazelcastInstanceNotActiveException: Hazelcast instance is not active!"}',
      );
      return true;
    };
    await expect(engine().submit(submission(), call())).rejects.toBeInstanceOf(
      EngineUnavailableError,
    );
  });

  it('reads what Jetty says when SeaTunnel catches nothing', async () => {
    server.override = (request, response) => {
      if (!request.url?.includes('/submit-job')) return false;
      response.writeHead(500, { 'content-type': 'text/html' });
      response.end(
        '<html><table><tr><th>MESSAGE:</th><td>java.lang.NoClassDefFoundError: a/B</td></tr></table>Powered by Jetty://</html>',
      );
      return true;
    };
    const refused = await engine()
      .submit(submission(), call())
      .catch(error => error);
    expect(refused).toBeInstanceOf(SubmissionRefusedError);
    expect(refused.message).toMatch(/a\/B/);
  });
});

it('refuses what Zeta cannot do', async () => {
  const zeta = engine();
  await expect(zeta.checkpointStats()).rejects.toBeInstanceOf(VerbRefusedError);
  await firstLook(zeta);
  await expect(zeta.log('1', { ...call(), maxBytes: 10 })).rejects.toThrow(
    /logDirectory/,
  );
  expect(zeta.capabilities).toMatchObject({
    liveSavepoints: false,
    logs: false,
    checkpoints: false,
  });
});
