import { join } from 'node:path';
import { tryLock } from './lockFile';
import { sendRequest, serveRequests, type EngineRequest } from './requests';
import { supervisorLockOf } from './supervisorLock';
import { writeJsonAtomic } from './atomicFile';
import { temporaryFolder } from './testing/temporaryFolder';

const root = temporaryFolder();

describe('requests', () => {
  it('reach the supervisor and bring its answer or its error', async () => {
    const dir = join(root, 'both');
    const release = tryLock(supervisorLockOf(dir))!;
    const seen: EngineRequest[] = [];
    const end = serveRequests(dir, async request => {
      seen.push(request);
      if (request.action === 'kill') {
        throw new Error('There is no such process.');
      }
    });
    await sendRequest(dir, { action: 'restart', name: 'kafka' });
    await expect(
      sendRequest(dir, { action: 'kill', name: 'nothing' }),
    ).rejects.toThrow('There is no such process.');
    expect(seen).toEqual([
      { action: 'restart', name: 'kafka' },
      { action: 'kill', name: 'nothing' },
    ]);
    end();
    release();
  });

  it('fail when no supervisor lives', async () => {
    await expect(
      sendRequest(join(root, 'nobody'), { action: 'stop' }),
    ).rejects.toThrow(/No engines are running/);
  });

  it('meant for an earlier supervisor are not obeyed', async () => {
    const dir = join(root, 'stale');
    const release = tryLock(supervisorLockOf(dir))!;
    writeJsonAtomic(join(dir, 'requests', 'old.request.json'), {
      to: { pid: process.pid, startTime: 'long ago' },
      request: { action: 'stop' },
    });
    const seen: string[] = [];
    const end = serveRequests(dir, async request => {
      seen.push(request.action);
    });
    await sendRequest(dir, { action: 'ensure', services: ['kafka'] });
    expect(seen).toEqual(['ensure']);
    end();
    release();
  });
});
