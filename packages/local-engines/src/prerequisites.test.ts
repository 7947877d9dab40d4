import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  javaMajorVersion,
  requireJava,
  requireJavaAndMaven,
  requireMaven,
} from './prerequisites';
import { startEngines } from './startEngines';
import { readStatus } from './statusFile';
import { temporaryFolder, writeScript } from './testing/temporaryFolder';

const root = temporaryFolder();

function fakeJava(name: string, version: string): string {
  const bin = join(root, name, 'bin');
  mkdirSync(bin, { recursive: true });
  writeScript(
    join(bin, 'java'),
    `echo 'openjdk version "${version}" 2025-04-15' >&2`,
  );
  return bin;
}

describe('javaMajorVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ['no version here', undefined],
  ])('%s', (output, major) => {
    expect(javaMajorVersion(output)).toBe(major);
  });
});

describe('requireJava', () => {
  it('says that there is none', () => {
    expect(() => requireJava({ PATH: join(root, 'empty') })).toThrow(
      expect.objectContaining({
        kind: 'missing-prerequisite',
        message: 'Java 17 was not found on the PATH.',
        remedy:
          'Install a JDK 17 and put its bin folder on the PATH, or set JAVA_HOME to it.',
      }),
    );
  });

  it('says which wrong version was found, and where', () => {
    const bin = fakeJava('eleven', '11.0.2');
    expect(() => requireJava({ PATH: bin })).toThrow(
      expect.objectContaining({
        kind: 'missing-prerequisite',
        message: `Java 17 to 21 is needed, but ${bin}/java is Java 11.`,
      }),
    );
  });

  it('prefers JAVA_HOME, and passes it over when it does not fit', () => {
    const seventeen = fakeJava('seventeen', '17.0.15');
    const twentyOne = fakeJava('twenty-one', '21.0.1');
    const eight = fakeJava('eight', '1.8.0_402');
    expect(
      requireJava({ PATH: seventeen, JAVA_HOME: join(twentyOne, '..') }),
    ).toBe(join(twentyOne, 'java'));
    expect(requireJava({ PATH: seventeen, JAVA_HOME: join(eight, '..') })).toBe(
      join(seventeen, 'java'),
    );
  });
});

it('requireMaven finds mvn only where it is executable', () => {
  const bin = join(root, 'maven');
  mkdirSync(bin);
  writeScript(join(bin, 'mvn'), 'exit 0');
  expect(requireMaven({ PATH: `/nowhere:${bin}` })).toBe(join(bin, 'mvn'));
  expect(() => requireMaven({ PATH: root })).toThrow(/was not found/);
});

describe('requireJavaAndMaven', () => {
  const maven = join(root, 'only-maven');
  mkdirSync(maven);
  writeScript(join(maven, 'mvn'), 'exit 0');

  it('tells of both at once, or of the one that is missing', () => {
    const java = fakeJava('java-17', '17.0.15');
    const path = (...folders: string[]) => ({ PATH: folders.join(':') });
    expect(requireJavaAndMaven(path(java, maven))).toBe(join(java, 'java'));
    expect(() => requireJavaAndMaven(path(java))).toThrow(/^Maven/);
    expect(() => requireJavaAndMaven(path(maven))).toThrow(
      /^Java 17 was not found on the PATH\.$/,
    );
    expect(() => requireJavaAndMaven(path('/nowhere'))).toThrow(
      expect.objectContaining({
        kind: 'missing-prerequisite',
        message: expect.stringMatching(/^Java 17 was .*\. Maven \(mvn\) was/),
        remedy: expect.stringMatching(/^Install a JDK 17 .*\. Install Apache/),
      }),
    );
  });
});

describe('startEngines without Java', () => {
  it('reports each service in status.json and as a problem, and leaves nothing running', async () => {
    const dir = join(root, 'set');
    const running = await startEngines({
      dir,
      cacheDir: join(root, 'no-cache'),
      services: ['flink', 'kafka'],
      env: { PATH: join(root, 'empty') },
    });
    const problem = {
      kind: 'missing-prerequisite',
      message:
        'Java 17 was not found on the PATH. Maven (mvn) was not found on the PATH, and the jars are not in the cache yet.',
      remedy: expect.stringContaining('Install a JDK 17'),
    };
    expect(running.problems).toEqual([
      { service: 'flink', ...problem },
      { service: 'kafka', ...problem },
    ]);
    expect(readStatus(dir)).toMatchObject({
      supervisorPid: process.pid,
      services: {
        flink: { state: 'missing-prerequisite', message: problem.message },
        kafka: { state: 'missing-prerequisite', message: problem.message },
      },
      endpoints: { flinkRestUrl: running.endpoints.flinkRestUrl },
    });
    await expect(startEngines({ dir })).rejects.toMatchObject({
      message: `Engines are running for ${dir} already (process ${process.pid}).`,
      remedy: expect.stringContaining('stop'),
    });
    await running.stop();
    await running.stopped;
    // what could not run is still said after the end
    expect(readStatus(dir)?.services.flink?.state).toBe('missing-prerequisite');
  });
});
