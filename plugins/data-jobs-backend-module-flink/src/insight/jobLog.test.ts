import { COUNT_FOREVER, sqlJob } from '../__testUtils__/flinkDefinitions';
import { realFlink } from '../__testUtils__/flinkBench';

jest.setTimeout(240_000);

describe('logs of Flink 2.3.0', () => {
  let flink: Awaited<ReturnType<typeof realFlink>>;
  const call = () => ({ signal: AbortSignal.timeout(60_000) });
  const ask = (id: string, over: { source?: string; cursor?: string } = {}) =>
    flink.engine.log(id, { ...call(), maxBytes: 100_000, ...over });

  beforeAll(async () => {
    flink = await realFlink('2.3.0');
  });
  afterAll(() => flink?.dispose());

  it('go on where they were read, without reading what did not grow', async () => {
    const engineJobId = flink.engine.allocateJobId();
    await flink.engine.submit(
      {
        ...sqlJob(COUNT_FOREVER),
        jobName: 'log-test',
        engineJobId,
        isRetry: false,
      },
      call(),
    );
    let sources = await flink.engine.logSources(engineJobId, call());
    for (let i = 0; i < 200 && sources.length < 2; i += 1) {
      await new Promise(resolve => setTimeout(resolve, 200));
      sources = await flink.engine.logSources(engineJobId, call());
    }
    expect(sources).toEqual([
      { id: 'job', kind: 'job', name: 'JobManager', filtered: true },
      {
        id: expect.stringMatching(/^taskmanager:./),
        kind: 'task-manager',
        name: expect.any(String),
        filtered: true,
      },
    ]);

    const first = await ask(engineJobId);
    expect(first.text).toContain(engineJobId);
    await flink.engine.cancel(engineJobId, call());
    let more = await ask(engineJobId, { cursor: first.cursor });
    let text = more.text;
    for (let i = 0; i < 200 && !text.includes('CANCELED'); i += 1) {
      await new Promise(resolve => setTimeout(resolve, 200));
      more = await ask(engineJobId, { cursor: more.cursor });
      text += more.text;
    }
    expect(text).toContain('CANCELED');
    expect(more.restarted).toBeUndefined();
    // Nothing that was read before is read again.
    expect(text).not.toContain(first.text.split('\n')[0]);
    const whole = (await ask(engineJobId)).text;
    expect(whole.startsWith(first.text + text)).toBe(true);

    const [, taskManager] = sources;
    const tasks = await ask(engineJobId, { source: taskManager.id });
    expect(tasks.source).toBe(taskManager.name);
    expect(tasks.text).toMatch(/switched from CREATED to DEPLOYING/);

    // Other jobs may still write to the log; soon nobody does.
    let { cursor } = more;
    const { requests } = flink.jobManager;
    for (let i = 0; i < 100; i += 1) {
      requests.length = 0;
      cursor = (await ask(engineJobId, { cursor })).cursor;
      if (requests.length === 1) break;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(requests).toEqual(['GET /jobmanager/logs']);
  });

  it.each(['jobmanager', 'taskmanager:../../x', 'other'])(
    'are not shown of %p, whose lines may belong to others',
    async source => {
      await expect(ask('f'.repeat(32), { source })).rejects.toThrow(
        /There is no log/,
      );
    },
  );
});
