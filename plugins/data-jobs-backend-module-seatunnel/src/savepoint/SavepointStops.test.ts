import { JobAnswer } from '../answers/JobAnswer';
import { ZetaProtocol } from '../protocol/ZetaProtocol';
import { SavepointStops } from './SavepointStops';
import { StopRequests } from './StopRequests';

const REQUEST = { engineJobId: '7', requestId: 'r' };

describe('SavepointStops', () => {
  let now = 0;
  let status: string | undefined;
  const stopped: boolean[] = [];
  const { signal } = new AbortController();
  const protocol = {
    jobInfo: async () =>
      status === undefined
        ? undefined
        : ({ jobId: '7', name: 'j', status, metrics: {} } as JobAnswer),
    stop: async ({ savepoint }: { savepoint: boolean }) => {
      stopped.push(savepoint);
    },
  } as unknown as ZetaProtocol;
  let stops: SavepointStops;
  const progress = () => stops.progress(REQUEST, protocol, signal);

  beforeEach(() => {
    now = 1_000;
    status = 'RUNNING';
    stopped.length = 0;
    stops = new SavepointStops(new StopRequests(() => now));
  });

  it('asks again, more and more seldom, when Zeta loses a request', async () => {
    await stops.stop(REQUEST, protocol, signal);
    status = 'DOING_SAVEPOINT';
    expect(await progress()).toEqual({ state: 'in-progress' });
    expect(stopped).toHaveLength(1);
    now += 3_000;
    await progress();
    await progress();
    expect(stopped).toHaveLength(2);
    now += 8_000;
    await progress();
    expect(stopped).toHaveLength(2);
    now += 1_000;
    await progress();
    expect(stopped).toEqual([true, true, true]);
    status = 'SAVEPOINT_DONE';
    expect(await progress()).toEqual({ state: 'completed', location: '7' });
  });

  it('tells a request that waits from one that was never made', async () => {
    expect(await progress()).toEqual({ state: 'unknown-request' });
    await stops.stop(REQUEST, protocol, signal);
    expect(await progress()).toEqual({ state: 'in-progress' });
  });

  it('says so when the savepoint fails and the job goes on', async () => {
    await stops.stop(REQUEST, protocol, signal);
    status = 'DOING_SAVEPOINT';
    await progress();
    status = 'RUNNING';
    expect(await progress()).toMatchObject({ state: 'failed' });
  });

  it('says so when the run ends without a savepoint', async () => {
    await stops.stop(REQUEST, protocol, signal);
    status = 'FAILED';
    expect(await progress()).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('FAILED'),
    });
    status = undefined;
    expect(await progress()).toEqual({ state: 'unknown-request' });
  });
});
