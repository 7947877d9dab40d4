import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from './atomicFile';
import { EngineProblem } from './engineProblem';
import type { EngineContext, EngineService } from './engineService';
import { spawnGuarded } from './guardedProcess';
import { JAVA_ENV, javaArguments, javaMarker } from './javaCommand';
import { KAFKA_LOG4J, kafkaProperties } from './kafkaConfig';
import { createTopics, isBrokerReady } from './kafkaTopics';
import { tailOf } from './startFailure';

/** The newest Kafka that is published whole. */
export const KAFKA_VERSION = '4.3.1';

const SET = `kafka-${KAFKA_VERSION}`;

/** 16 bytes in base64url, as Kafka wants it; a leading dash would look like an option. */
function clusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? clusterId() : id;
}

async function formatStorage(
  context: EngineContext,
  command: (mainClass: string, args: string[]) => string[],
  dataDir: string,
  properties: string,
): Promise<void> {
  if (existsSync(join(dataDir, 'meta.properties'))) {
    return;
  }
  // without meta.properties an earlier format was cut off
  rmSync(dataDir, { recursive: true, force: true });
  const outFile = join(context.dir, 'kafka', 'log', 'format.out');
  const tool = await spawnGuarded({
    command: context.java,
    args: command('kafka.tools.StorageTool', [
      'format',
      '--standalone',
      '-t',
      clusterId(),
      '-c',
      properties,
    ]),
    env: JAVA_ENV,
    outFile,
  });
  const exit = await tool.exited;
  if (exit.code !== 0) {
    throw new EngineProblem(
      `Kafka's storage could not be formatted in ${dataDir}: ${
        tailOf(outFile).trim().split('\n').at(-1) ?? 'it gave no reason'
      }`,
      `Look into ${outFile}.`,
    );
  }
}

/** One Kafka broker in KRaft mode. */
export function kafka(): EngineService {
  return {
    name: 'kafka',
    version: KAFKA_VERSION,
    needsJava: true,
    artifactSets: [SET],
    async prepare(context) {
      const { dir, ports } = context;
      const home = join(dir, 'kafka');
      const dataDir = join(home, 'data');
      const properties = join(home, 'server.properties');
      const log4j = join(home, 'log4j2.properties');
      mkdirSync(join(home, 'log'), { recursive: true });
      writeFileAtomic(
        properties,
        kafkaProperties({
          dataDir,
          port: ports.kafka,
          controllerPort: ports.kafkaController,
        }),
      );
      writeFileAtomic(log4j, KAFKA_LOG4J);
      const command = (mainClass: string, args: string[]) =>
        javaArguments({
          dir,
          heap: '256m',
          metaspace: '128m',
          jarDirs: [context.jars[SET]],
          jvmOptions: [`-Dlog4j2.configurationFile=file:${log4j}`],
          mainClass,
          args,
        });
      await formatStorage(context, command, dataDir, properties);
      const bootstrapServers = `127.0.0.1:${ports.kafka}`;
      return [
        {
          name: 'kafka',
          title: 'Kafka',
          marker: javaMarker(dir),
          ports: [ports.kafka, ports.kafkaController],
          logFiles: [],
          readyWithinMs: 120_000,
          command: () => ({
            command: context.java,
            args: command('kafka.Kafka', [properties]),
            env: JAVA_ENV,
            cwd: home,
            outFile: join(home, 'log', 'kafka.out'),
          }),
          isReady: () => isBrokerReady(bootstrapServers),
        },
      ];
    },
    async afterReady({ ports, settings }) {
      if (settings.kafkaTopics.length > 0) {
        await createTopics(`127.0.0.1:${ports.kafka}`, settings.kafkaTopics);
      }
    },
  };
}
