import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from './atomicFile';
import type {
  EngineContext,
  EngineService,
  EngineSettings,
} from './engineService';
import { FLINK_LOG4J, flinkConfig, flinkDirs } from './flinkConfig';
import { hasStatusListeners } from './openLineageConfig';
import type { CommandSpec } from './guardedProcess';
import { JAVA_ENV, javaArguments } from './javaCommand';
import type { ProcessName } from './serviceNames';

const OPENS = [
  '--add-exports=java.base/sun.net.util=ALL-UNNAMED',
  '--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED',
  '--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED',
  ...['api', 'file', 'parser', 'tree', 'util'].map(
    it => `--add-exports=jdk.compiler/com.sun.tools.javac.${it}=ALL-UNNAMED`,
  ),
  ...[
    'java.lang',
    'java.lang.reflect',
    'java.net',
    'java.io',
    'java.nio',
    'sun.nio.ch',
    'java.text',
    'java.time',
    'java.util',
    'java.util.concurrent',
    'java.util.concurrent.atomic',
    'java.util.concurrent.locks',
  ].map(it => `--add-opens=java.base/${it}=ALL-UNNAMED`),
];

/** The OpenLineage listener; in the class path only when events are wanted. */
export const OPENLINEAGE_SET = 'openlineage-flink-1.53.0';

/** The jars of a Flink process: Flink runs without the listener when that cannot be had. */
export function flinkArtifacts({
  flinkVersion,
  openLineage,
}: EngineSettings): Pick<EngineService, 'artifactSets' | 'optionalSets'> {
  return {
    artifactSets: [`flink-${flinkVersion}`],
    optionalSets:
      openLineage && hasStatusListeners(flinkVersion) ? [OPENLINEAGE_SET] : [],
  };
}

/** Writes Flink's configuration and makes its folders. */
export function prepareFlink(context: EngineContext): void {
  const dirs = flinkDirs(context.dir);
  for (const dir of Object.values(dirs)) {
    mkdirSync(dir, { recursive: true });
  }
  const { settings, jars } = context;
  const config = flinkConfig({
    ...context,
    settings: jars[OPENLINEAGE_SET]
      ? settings
      : { ...settings, openLineage: undefined },
  });
  // it may hold the token of the OpenLineage receiver
  writeFileAtomic(join(dirs.conf, 'config.yaml'), config, 0o600);
  writeFileAtomic(join(dirs.conf, 'log4j.properties'), FLINK_LOG4J);
}

/** Log file of a Flink process; each has a folder of its own, because Flink's REST lists the whole folder. */
export function flinkLogFile(dir: string, name: ProcessName): string {
  return join(flinkDirs(dir).log, name, `${name}.log`);
}

/** The command of one Flink process. */
export function flinkCommand(
  context: EngineContext,
  options: {
    name: ProcessName;
    heap: string;
    metaspace: string;
    mainClass: string;
    args?: string[];
  },
): CommandSpec {
  const dirs = flinkDirs(context.dir);
  const { artifactSets, optionalSets = [] } = flinkArtifacts(context.settings);
  const jarDirs = [...artifactSets, ...optionalSets].flatMap(
    set => context.jars[set] ?? [],
  );
  const log = flinkLogFile(context.dir, options.name);
  return {
    command: context.java,
    args: javaArguments({
      dir: context.dir,
      heap: options.heap,
      metaspace: options.metaspace,
      jarDirs,
      jvmOptions: [
        ...OPENS,
        `-Djava.io.tmpdir=${dirs.tmp}`,
        `-Dlog.file=${log}`,
        `-Dlog4j.configurationFile=file:${join(dirs.conf, 'log4j.properties')}`,
      ],
      mainClass: options.mainClass,
      args: options.args,
    }),
    env: {
      ...JAVA_ENV,
      FLINK_CONF_DIR: dirs.conf,
      FLINK_LIB_DIR: jarDirs[0],
      FLINK_PLUGINS_DIR: dirs.plugins,
    },
    cwd: dirs.home,
    // beside the log and of the same name: that is where Flink's REST looks for standard output
    outFile: log.replace(/\.log$/, '.out'),
  };
}
