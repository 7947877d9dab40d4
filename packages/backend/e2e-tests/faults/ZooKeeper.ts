import { ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'node:net';
import { freePort, until } from '@datalark/local-engines';

/** The ZooKeeper that lies in Flink's own jars: what its high availability needs. */
export class ZooKeeper {
  private constructor(
    private readonly child: ChildProcess,
    /** Flink's settings for it. */
    readonly flinkConfiguration: Record<string, string>,
  ) {}

  static async start(dir: string): Promise<ZooKeeper> {
    const port = await freePort();
    mkdirSync(join(dir, 'data'), { recursive: true });
    const config = join(dir, 'zoo.cfg');
    writeFileSync(
      config,
      [
        'tickTime=500',
        `dataDir=${join(dir, 'data')}`,
        `clientPort=${port}`,
        'clientPortAddress=127.0.0.1',
        'admin.enableServer=false',
        '',
      ].join('\n'),
    );
    const child = spawn(
      'java',
      [
        '-Xmx64m',
        '-cp',
        `${flinkJars()}/*`,
        'org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain',
        config,
      ],
      { stdio: 'ignore' },
    );
    await until('ZooKeeper', () => listens(port), Boolean);
    return new ZooKeeper(child, {
      'high-availability.type': 'zookeeper',
      'high-availability.storageDir': `file://${join(dir, 'ha')}`,
      'high-availability.zookeeper.quorum': `127.0.0.1:${port}`,
      'high-availability.zookeeper.client.session-timeout': '4000',
    });
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}

/** Where the engines of the tests keep Flink's jars. */
function flinkJars(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(cache, 'datalark/engines');
  const found = readdirSync(folder).find(name =>
    name.startsWith('flink-2.3.0'),
  );
  if (!found) throw new Error(`There is no Flink 2.3.0 in ${folder}.`);
  return join(folder, found);
}

function listens(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
