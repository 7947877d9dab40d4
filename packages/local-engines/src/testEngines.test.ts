import { existsSync } from 'node:fs';
import { attachEngines, isSupervisorAlive } from './attachEngines';
import { tryLock } from './lockFile';
import { supervisorLockOf } from './supervisorLock';
import { readStatus } from './statusFile';
import { temporaryFolder } from './testing/temporaryFolder';
import { testEngines } from './testEngines';

jest.setTimeout(120_000);

// a set of its own: it is killed and ended here, which must not hurt other tests
const temporaryDir = temporaryFolder();
const { DATALARK_ENGINES_DIR } = process.env;

beforeAll(() => {
  delete process.env.DATALARK_ENGINES_DIR;
});

afterAll(() => {
  if (DATALARK_ENGINES_DIR !== undefined) {
    process.env.DATALARK_ENGINES_DIR = DATALARK_ENGINES_DIR;
  }
});

async function gone(dir: string): Promise<void> {
  while (isSupervisorAlive(dir) || existsSync(dir)) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

it('shares one real set, which ends and is deleted when nobody uses it any more', async () => {
  const [one, other] = await Promise.all([
    testEngines(['postgres'], { temporaryDir }),
    testEngines(['postgres'], { temporaryDir }),
  ]);
  expect(one.dir.startsWith(temporaryDir)).toBe(true);
  expect(other.endpoints).toEqual(one.endpoints);
  expect(await attachEngines(one.dir)).toEqual(one.endpoints);
  const supervisor = readStatus(one.dir)!.supervisorPid;
  expect(supervisor).not.toBe(process.pid);

  await one.kill('postgres');
  expect(readStatus(one.dir)!.services.postgres).toMatchObject({
    state: 'failed',
    message: 'PostgreSQL was ended by SIGKILL.',
  });
  await other.restart('postgres');
  expect(readStatus(one.dir)!.services.postgres?.state).toBe('running');

  await one.stop();
  await gone(one.dir);
});

it('joins the set that the environment names, and leaves it alone at the end', async () => {
  const owner = await testEngines(['postgres'], { temporaryDir });
  process.env.DATALARK_ENGINES_DIR = owner.dir;
  const guest = await testEngines(['postgres'], { temporaryDir });
  expect(guest.endpoints).toEqual(owner.endpoints);
  await guest.stop();
  delete process.env.DATALARK_ENGINES_DIR;
  expect(isSupervisorAlive(owner.dir)).toBe(true);
  await owner.stop();
  await gone(owner.dir);
});

it('passes over a named set whose supervisor is dead', async () => {
  const named = `${temporaryDir}/dead`;
  tryLock(supervisorLockOf(named))!();
  process.env.DATALARK_ENGINES_DIR = named;
  const engines = await testEngines(['postgres'], { temporaryDir });
  expect(engines.dir).not.toBe(named);
  await engines.stop();
  delete process.env.DATALARK_ENGINES_DIR;
  await gone(engines.dir);
});
