import { JobLog } from '@datalark/backstage-plugin-data-jobs-common';
import { LogFollower } from './LogFollower';

const log = (text: string, part: Partial<JobLog> = {}): JobLog => ({
  source: 'JobManager',
  text,
  truncated: false,
  ...part,
});

describe('LogFollower', () => {
  let now = 1_000_000;
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());
  const later = () => {
    now += 2_000;
  };

  it('reads on from where the engine ended, and gives each reader what is new to it', async () => {
    const answers = [
      log('a\n', { cursor: '2' }),
      log('b\n', { cursor: '4' }),
      log('', { cursor: '4' }),
    ];
    const readLog = jest.fn(async () => answers.shift()!);
    const follower = new LogFollower(readLog);
    const first = await follower.read(undefined);
    expect(first).toMatchObject({ text: 'a\n' });
    later();
    const second = await follower.read(first.cursor);
    expect(second.text).toBe('b\n');
    expect(second.restarted).toBeUndefined();
    later();
    expect((await follower.read(second.cursor)).text).toBe('');
    expect((await follower.read(undefined)).text).toBe('a\nb\n');
    expect(readLog.mock.calls).toEqual([[undefined], ['2'], ['4']]);
  });

  it('asks the engine once for many readers', async () => {
    const readLog = jest.fn(async () => log('a\n', { cursor: '2' }));
    const follower = new LogFollower(readLog);
    await Promise.all([1, 2, 3].map(() => follower.read(undefined)));
    await follower.read(undefined);
    expect(readLog).toHaveBeenCalledTimes(1);
  });

  it('begins anew when the log does, or the place is unknown', async () => {
    const answers = [
      log('old\n', { cursor: '4' }),
      log('new\n', { cursor: '4', restarted: true }),
    ];
    const follower = new LogFollower(async () => answers.shift()!);
    const { cursor } = await follower.read('00000000.3');
    later();
    expect(await follower.read(cursor)).toMatchObject({
      text: 'new\n',
      restarted: true,
    });
  });

  it('follows engines that always send the whole end', async () => {
    const answers = [log('a\n'), log('a\nb\n'), log('c\n')];
    const follower = new LogFollower(async () => answers.shift()!);
    const first = await follower.read(undefined);
    later();
    const second = await follower.read(first.cursor);
    expect(second.text).toBe('b\n');
    later();
    expect(await follower.read(second.cursor)).toMatchObject({
      text: 'c\n',
      restarted: true,
    });
  });

  it('keeps no more than half a megabyte, cut between lines', async () => {
    const line = `${'x'.repeat(999)}\n`;
    let cursor = 0;
    const follower = new LogFollower(async () =>
      log(line.repeat(100), { cursor: `${(cursor += 1)}` }),
    );
    for (let i = 0; i < 8; i += 1) {
      later();
      await follower.read(undefined);
    }
    const { text, truncated } = await follower.read(undefined);
    expect(text.length).toBeLessThanOrEqual(512 * 1024);
    expect(text.length % 1_000).toBe(0);
    expect(truncated).toBe(true);
  });
});
