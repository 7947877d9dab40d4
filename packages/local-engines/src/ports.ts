import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { join, resolve as absolute } from 'node:path';
import { readJson, writeJsonAtomic } from './atomicFile';
import { lock, lockHolder } from './lockFile';
import { supervisorLockOf } from './supervisorLock';

/**
 * Every port that a set may use; all on 127.0.0.1.
 *
 * @public
 */
export interface Ports {
  flinkRest: number;
  flinkRpc: number;
  flinkBlob: number;
  sqlGateway: number;
  taskManagerRpc: number;
  taskManagerData: number;
  flinkHistory: number;
  seatunnel: number;
  kafka: number;
  kafkaController: number;
  postgres: number;
}

const PORT_NAMES: readonly (keyof Ports)[] = [
  'flinkRest',
  'flinkRpc',
  'flinkBlob',
  'sqlGateway',
  'taskManagerRpc',
  'taskManagerData',
  'flinkHistory',
  'seatunnel',
  'kafka',
  'kafkaController',
  'postgres',
];

// below the range from which systems take ports for outgoing connections, so that a port stays free between two starts
const FIRST = 20_000;
const COUNT = 12_000;

/** Can this loopback port be listened on right now? */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/**
 * The ports of a set: chosen once, kept in `ports.json`, and used again as long as they are free or taken by this
 * very set. A port that somebody else has taken meanwhile is replaced, the others stay.
 *
 * @public
 */
export async function reservePorts(dir: string): Promise<Ports> {
  const home = absolute(dir);
  return choosePorts(home, lockHolder(supervisorLockOf(home)) !== undefined);
}

/** Like `reservePorts`; `ours` says that the set runs now, so that its ports are taken by itself. */
export async function choosePorts(dir: string, ours: boolean): Promise<Ports> {
  const file = join(dir, 'ports.json');
  const release = await lock(`${file}.lock`);
  try {
    const known = readJson<Partial<Ports>>(file) ?? {};
    const seed = createHash('sha256').update(dir).digest().readUInt32BE(0);
    const taken = new Set<number>();
    const ports: Partial<Ports> = {};
    for (const name of PORT_NAMES) {
      const port = known[name];
      if (port !== undefined && (ours || (await isPortFree(port)))) {
        ports[name] = port;
        taken.add(port);
      }
    }
    let offset = 0;
    for (const name of PORT_NAMES) {
      while (ports[name] === undefined) {
        if (offset >= COUNT) {
          throw new Error(
            `No free port was found between ${FIRST} and ${FIRST + COUNT}.`,
          );
        }
        const port = FIRST + ((seed + offset) % COUNT);
        offset += 1;
        if (!taken.has(port) && (await isPortFree(port))) {
          ports[name] = port;
          taken.add(port);
        }
      }
    }
    if (PORT_NAMES.some(name => known[name] !== ports[name])) {
      writeJsonAtomic(file, ports);
    }
    return ports as Ports;
  } finally {
    release();
  }
}
