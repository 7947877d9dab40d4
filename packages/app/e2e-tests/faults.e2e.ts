import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { freePort, until } from '@datalark/local-engines';
import { Portal, ROOT } from './portal';

type Engine = {
  name: string;
  problems: Array<{ message: string; remedy?: string }>;
};

/** Some of what every machine has; what a small program of a user needs. */
const COMMANDS = ['sh', 'env', 'cat', 'ls', 'sleep', 'ps', 'uname', 'id'];

describe('npm start on a machine that lacks something', () => {
  const work = mkdtempSync(join(tmpdir(), 'datalark-faults-'));
  after(() => rmSync(work, { recursive: true, force: true }));

  /** The variables of this process without tools and caches of Java's world. */
  const bareEnv = (path: string): NodeJS.ProcessEnv => {
    const { JAVA_HOME: _1, DATALARK_ENGINES_DIR: _2, ...env } = process.env;
    return { ...env, PATH: path, XDG_CACHE_HOME: join(work, 'cache') };
  };

  const engineProblems = (portal: Portal, about: RegExp) =>
    until(
      `every engine says ${about}`,
      () => portal.api<{ items: Engine[] }>('data-jobs/engines'),
      ({ items }) =>
        items.length >= 2 &&
        items.every(({ problems }) =>
          problems.some(({ message }) => about.test(message)),
        ),
    );

  it('without Java and Maven: the portal runs, and its engines say what to install', async () => {
    const bin = join(work, 'bin');
    mkdirSync(bin);
    symlinkSync(process.execPath, join(bin, 'node'));
    const folders = process.env.PATH!.split(delimiter);
    for (const name of COMMANDS) {
      const found = folders.find(folder => existsSync(join(folder, name)));
      if (found) symlinkSync(join(found, name), join(bin, name));
    }
    const portal = await Portal.startOwn([], bareEnv(bin));
    try {
      const { items } = await engineProblems(portal, /Java 17 was not found/);
      const { message, remedy } = items[0].problems.find(problem =>
        problem.message.includes('Java'),
      )!;
      assert.match(message, /Maven \(mvn\) was not found on the PATH/);
      assert.match(remedy!, /Install a JDK 17 .* Install Apache Maven/);
    } finally {
      await portal.remove();
    }
  });

  it('without a Maven repository: the portal runs, and its engines say so', async () => {
    const user = join(work, 'user');
    mkdirSync(join(user, '.m2'), { recursive: true });
    const mirror = `http://127.0.0.1:${await freePort()}/`;
    writeFileSync(
      join(user, '.m2', 'settings.xml'),
      `<settings><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>${mirror}</url></mirror></mirrors></settings>`,
    );
    const portal = await Portal.startOwn([], {
      ...bareEnv(process.env.PATH!),
      MAVEN_OPTS: `-Duser.home=${user}`,
    });
    try {
      const { items } = await engineProblems(
        portal,
        /Maven could not reach its registry to download/,
      );
      for (const { problems } of items) {
        assert.match(
          problems.map(({ remedy }) => remedy).join(' '),
          /Check the network, the proxy and the mirror in Maven's settings/,
        );
      }
    } finally {
      await portal.remove();
    }
  });

  it('without an npm registry: one sentence, at once', async () => {
    const checkout = join(work, 'checkout');
    for (const part of [
      'scripts',
      '.yarn/releases',
      '.yarnrc.yml',
      'package.json',
      'yarn.lock',
    ]) {
      cpSync(join(ROOT, part), join(checkout, part), { recursive: true });
    }
    for (const folder of ['packages', 'plugins'])
      mkdirSync(join(checkout, folder));
    const registry = `http://someone:secret@127.0.0.1:${await freePort()}`;
    const result = spawnSync(
      process.execPath,
      [join(checkout, 'scripts/start.mjs')],
      {
        encoding: 'utf8',
        timeout: 60_000,
        env: {
          ...process.env,
          YARN_NPM_REGISTRY_SERVER: registry,
          YARN_GLOBAL_FOLDER: join(work, 'yarn'),
        },
      },
    );
    assert.equal(result.status, 1);
    assert.match(
      result.stderr,
      /✖ The dependencies could not be installed: the registry \S+ cannot be reached \(ECONNREFUSED\)\.\n {2}Check the network/,
    );
    assert.ok(!result.stderr.includes('secret'));
  });
});
