import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cachedDir, defaultCacheDir, ensureArtifacts } from './artifactCache';
import { lockDigest, readLock } from './artifactLock';
import { artifactSets } from './artifactSets';
import { writeJsonAtomic } from './atomicFile';
import type { DownloadProgress } from './progress';
import { temporaryFolder, writeScript } from './testing/temporaryFolder';

const root = temporaryFolder();
const jars = { 'a-1.jar': 'content of a', 'b-2.jar': 'content of b' };

/** A set of two jars, its lock, and an `mvn` that "downloads" what the folder `registry` holds and counts its runs. */
function world(name: string) {
  const dir = join(root, name);
  const locksDir = join(dir, 'locks');
  const registry = join(dir, 'registry');
  const bin = join(dir, 'bin');
  [registry, bin].forEach(it => mkdirSync(it, { recursive: true }));
  writeJsonAtomic(join(locksDir, 'pinned.json'), {
    demo: { transitive: [], single: ['org.demo:a:1', 'org.demo:b:2'] },
  });
  writeJsonAtomic(join(locksDir, 'demo.json'), {
    set: 'demo',
    totalBytes: 24,
    files: Object.entries(jars).map(([file, text]) => ({
      name: file,
      repositoryPath: `org/demo/${file}`,
      bytes: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    })),
  });
  Object.entries(jars).forEach(([file, text]) =>
    writeFileSync(join(registry, file), text),
  );
  const mvn = (body: string) =>
    writeScript(
      join(bin, 'mvn'),
      `echo run >> "${dir}/runs"
       for it in "$@"; do case "$it" in -DoutputDirectory=*) out=\${it#*=};; esac; done
       ${body}`,
    );
  mvn(`cp "${registry}"/* "$out"`);
  const cacheDir = join(dir, 'cache');
  const events: DownloadProgress[] = [];
  return {
    registry,
    cacheDir,
    mvn,
    events,
    target: cachedDir(cacheDir, readLock('demo', locksDir)),
    runs: () =>
      existsSync(join(dir, 'runs'))
        ? readFileSync(join(dir, 'runs'), 'utf8').trim().split('\n').length
        : 0,
    ensure: (env = { PATH: bin }) =>
      ensureArtifacts('demo', {
        cacheDir,
        locksDir,
        env,
        localRepository: join(dir, 'repository'),
        onProgress: event => events.push(event),
      }),
  };
}

describe('ensureArtifacts', () => {
  it('downloads once; afterwards neither Maven nor the network is needed', async () => {
    const { ensure, runs, target, events } = world('once');
    expect(await ensure()).toBe(target);
    expect(readdirSync(target).sort()).toEqual(Object.keys(jars));
    expect(events[0]).toMatchObject({ bytes: 0, totalBytes: 24 });
    expect(await ensure({ PATH: '/nowhere' })).toBe(target);
    expect(runs()).toBe(1);
  });

  it('shares one download between two that ask at once', async () => {
    const { ensure, runs } = world('both');
    const [one, other] = await Promise.all([ensure(), ensure()]);
    expect(one).toBe(other);
    expect(runs()).toBe(1);
  });

  it('never takes a partial download for a whole one', async () => {
    const { ensure, mvn, registry, target } = world('partial');
    mvn(
      `cp "${registry}"/a-1.jar "$out"; echo "[ERROR] Could not transfer artifact org.demo:b:jar:2 from/to x: Connection reset"; exit 1`,
    );
    await expect(ensure()).rejects.toMatchObject({
      message: expect.stringContaining('could not reach its registry'),
      remedy: expect.stringContaining('network'),
    });
    expect(existsSync(target)).toBe(false);
    mvn(`cp "${registry}"/* "$out"`);
    expect(readdirSync(await ensure()).sort()).toEqual(Object.keys(jars));
  });

  it('starts from nothing when an earlier download was cut off', async () => {
    const { ensure, target } = world('cut');
    mkdirSync(`${target}.part`, { recursive: true });
    writeFileSync(join(`${target}.part`, 'c-3.jar'), 'left over');
    expect(readdirSync(await ensure()).sort()).toEqual(Object.keys(jars));
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it('refuses a jar of the right size with other content', async () => {
    const { ensure, registry, target } = world('forged');
    writeFileSync(join(registry, 'b-2.jar'), 'content of X');
    await expect(ensure()).rejects.toMatchObject({
      message: expect.stringMatching(
        /b-2\.jar has SHA-256 \w{64} instead of \w{64}/,
      ),
      remedy: expect.stringContaining('mirror'),
    });
    expect(existsSync(target)).toBe(false);
  });

  it('says which kept file was damaged, and that deleting the folder helps', async () => {
    const { ensure, target, runs } = world('damaged');
    await ensure();
    writeFileSync(join(target, 'a-1.jar'), 'short');
    await expect(ensure()).rejects.toMatchObject({
      message: `The jars in ${target} are not those of the lock file: a-1.jar has 5 bytes instead of 12.`,
      remedy: expect.stringContaining('Delete that folder'),
    });
    expect(runs()).toBe(1);
  });

  it('says that Maven is missing', async () => {
    const { ensure } = world('no-maven');
    await expect(ensure({ PATH: '/nowhere' })).rejects.toMatchObject({
      kind: 'missing-prerequisite',
      message: expect.stringContaining('Maven (mvn) was not found on the PATH'),
      remedy: expect.stringContaining('Install Apache Maven'),
    });
  });
});

describe('the committed locks', () => {
  it.each(Object.keys(artifactSets()))('%s has a whole lock', name => {
    const lock = readLock(name);
    expect(lock.set).toBe(name);
    expect(lock.files.reduce((sum, it) => sum + it.bytes, 0)).toBe(
      lock.totalBytes,
    );
    const { single, transitive } = artifactSets()[name];
    for (const coordinates of [...single, ...transitive]) {
      const [, artifact, version, classifier] = coordinates.split(':');
      const file = [artifact, version, classifier].filter(Boolean).join('-');
      expect(lock.files.map(it => it.name)).toContain(`${file}.jar`);
    }
    for (const file of lock.files) {
      expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('a changed lock gets another folder', () => {
    const lock = readLock('kafka-4.3.1');
    const [first, ...rest] = lock.files;
    const changed = {
      ...lock,
      files: [{ ...first, sha256: '0'.repeat(64) }, ...rest],
    };
    expect(lockDigest(changed)).not.toBe(lockDigest(lock));
  });
});

it('keeps jars in the cache folder of the user', () => {
  expect(defaultCacheDir({ XDG_CACHE_HOME: '/c' })).toBe('/c/datalark/engines');
  expect(defaultCacheDir({})).toMatch(/\/\.cache\/datalark\/engines$/);
});
