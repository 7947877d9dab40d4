import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { causeInLog } from './causeInLog';
import { LogDirectory } from './LogDirectory';

describe('LogDirectory', () => {
  let folder: string;
  let logs: LogDirectory;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zeta-logs-'));
    logs = new LogDirectory(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives the newest part of a log, in whole characters', async () => {
    await writeFile(join(folder, 'job-7.log'), `first\n${'日'.repeat(10)}`);
    expect(await logs.jobLog('7', 1000)).toEqual({
      source: 'job-7.log',
      text: 'first\n',
      truncated: false,
      cursor: '6',
    });
    const { text, truncated } = await logs.jobLog('7', 8);
    expect(text).toBe('日日');
    expect(truncated).toBe(true);
  });

  it('goes on from where it was read, by whole lines', async () => {
    const file = join(folder, 'job-9.log');
    await writeFile(file, 'one\ntw');
    const first = await logs.jobLog('9', 1000);
    expect(first.text).toBe('one\n');
    await writeFile(file, 'one\ntwo\nthree\n');
    const second = await logs.jobLog('9', 1000, first.cursor);
    expect(second).toEqual({
      source: 'job-9.log',
      text: 'two\nthree\n',
      truncated: false,
      cursor: '14',
    });
    await writeFile(file, 'anew\n');
    expect(await logs.jobLog('9', 1000, second.cursor)).toMatchObject({
      text: 'anew\n',
      restarted: true,
    });
  });

  it.each(['../etc/passwd', '7/../../x', 'a', ''])(
    'does not make a path of the id %p',
    async id => {
      await expect(logs.jobLog(id, 10)).rejects.toThrow(/is no id/);
    },
  );

  it('follows no link', async () => {
    await writeFile(join(folder, 'other.txt'), 'not for you');
    await symlink(join(folder, 'other.txt'), join(folder, 'job-8.log'));
    await expect(logs.jobLog('8', 100)).rejects.toThrow(/There is no job-8/);
  });
});

describe('causeInLog', () => {
  const log = `[] 2026-11-21 08:00:00,100 ERROR old
java.lang.RuntimeException: x
Caused by: java.lang.Error: of yesterday
[5] 2026-11-21 08:10:00,500 ERROR [o.a.s] - submit failed
org.apache.seatunnel.api.table.factory.FactoryException: ErrorCode:[API-06]
\tat a.B(C.java:1)
Caused by: org.postgresql.util.PSQLException: Connection to 127.0.0.1:1 refused.
\tat a.B(C.java:1)
Caused by: java.net.ConnectException: Connection refused
[] 2026-11-21 08:10:01,000 INFO next
`;

  it('finds the innermost cause since an instant', () => {
    const since = Date.parse('2026-11-21T08:10:00.700Z');
    expect(causeInLog(log, since, 'UTC')).toBe(
      'java.net.ConnectException: Connection refused',
    );
  });

  it('does not take an older failure for this one', () => {
    const since = Date.parse('2026-11-21T08:20:00.000Z');
    expect(causeInLog(log, since, 'UTC')).toBeUndefined();
  });
});
