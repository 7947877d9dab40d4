import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from './atomicFile';
import type { EngineContext, EngineService } from './engineService';
import { getJson } from './httpProbe';
import { JAVA_ENV, javaArguments, javaMarker } from './javaCommand';
import {
  hazelcastYaml,
  pluginMapping,
  SEATUNNEL_LOG4J,
  seatunnelYaml,
} from './seatunnelConfig';

/** The newest SeaTunnel whose engine modules are all published one by one. */
export const SEATUNNEL_VERSION = '2.3.8';

const LIB_SET = `seatunnel-${SEATUNNEL_VERSION}`;
const CONNECTORS_SET = `seatunnel-connectors-${SEATUNNEL_VERSION}`;

/** SeaTunnel looks for jars in its home; links spare a copy of 240 MB per set. */
function linkJars(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const jar of readdirSync(from)) {
    symlinkSync(join(from, jar), join(to, jar));
  }
}

function writeHome(home: string, context: EngineContext): void {
  for (const name of ['plugins', 'config', 'logs', 'data']) {
    mkdirSync(join(home, name), { recursive: true });
  }
  linkJars(context.jars[LIB_SET], join(home, 'lib'));
  linkJars(context.jars[CONNECTORS_SET], join(home, 'connectors'));
  const write = (path: string, text: string) =>
    writeFileAtomic(join(home, path), text);
  write(
    'connectors/plugin-mapping.properties',
    pluginMapping(context.settings),
  );
  write('config/seatunnel.yaml', seatunnelYaml(home));
  write(
    'config/hazelcast.yaml',
    hazelcastYaml(home, context.ports.seatunnel, context.settings),
  );
  write('config/log4j2.properties', SEATUNNEL_LOG4J);
}

/** A SeaTunnel Zeta engine of one node. */
export function seatunnel(): EngineService {
  return {
    name: 'seatunnel',
    version: SEATUNNEL_VERSION,
    needsJava: true,
    artifactSets: [LIB_SET, CONNECTORS_SET],
    async prepare(context) {
      const { dir, ports } = context;
      const home = join(dir, 'seatunnel');
      writeHome(home, context);
      const config = (name: string) => join(home, 'config', name);
      const logs = join(home, 'logs');
      return [
        {
          name: 'seatunnel',
          title: 'SeaTunnel',
          marker: javaMarker(dir),
          ports: [ports.seatunnel],
          logFiles: [join(logs, 'server.log')],
          readyWithinMs: 120_000,
          command: () => ({
            command: context.java,
            args: javaArguments({
              dir,
              heap: '640m',
              metaspace: '384m',
              jarDirs: [join(home, 'lib')],
              jvmOptions: [
                `-DSEATUNNEL_HOME=${home}`,
                `-Dseatunnel.config=${config('seatunnel.yaml')}`,
                `-Dhazelcast.config=${config('hazelcast.yaml')}`,
                '-Dhazelcast.logging.type=log4j2',
                `-Dlog4j2.configurationFile=${config('log4j2.properties')}`,
                '-Dlog4j2.isThreadContextMapInheritable=true',
                `-Dseatunnel.logs.path=${logs}`,
              ],
              mainClass:
                'org.apache.seatunnel.engine.server.SeaTunnelServerStarter',
            }),
            env: { ...JAVA_ENV, SEATUNNEL_HOME: home },
            cwd: home,
            outFile: join(logs, 'server.out'),
          }),
          async isReady() {
            // the port answers before the engine does: a worker must have registered
            const overview = await getJson(
              `http://127.0.0.1:${ports.seatunnel}/hazelcast/rest/maps/overview`,
            );
            return overview.workers === '1';
          },
        },
      ];
    },
  };
}
