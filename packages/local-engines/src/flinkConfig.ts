import { join } from 'node:path';
import type { EngineContext } from './engineService';
import { openLineageConfig } from './openLineageConfig';

/** The folders of a Flink cluster below the folder of its set. */
export function flinkDirs(dir: string) {
  const home = join(dir, 'flink');
  return {
    home,
    conf: join(home, 'conf'),
    log: join(home, 'log'),
    tmp: join(home, 'tmp'),
    upload: join(home, 'upload'),
    archive: join(home, 'archive'),
    plugins: join(home, 'plugins'),
    checkpoints: join(home, 'checkpoints'),
    savepoints: join(home, 'savepoints'),
  };
}

const SLOTS_KEY = 'taskmanager.numberOfTaskSlots';

/** Task slots of the one TaskManager: 8 unless `flinkConfiguration` says otherwise. */
export function taskSlots(settings: EngineContext['settings']): number {
  return Number(settings.flinkConfiguration?.[SLOTS_KEY] ?? 8);
}

/** Flink's `config.yaml`: one file for all its processes, the same keys for 2.3 and 1.20. */
export function flinkConfig(
  context: Pick<EngineContext, 'dir' | 'ports' | 'settings'>,
): string {
  const { ports, settings } = context;
  const dirs = flinkDirs(context.dir);
  const file = (path: string) => `file://${path}`;
  const more = settings.flinkConfiguration ?? {};
  const lines = [
    'jobmanager.rpc.address: 127.0.0.1',
    `jobmanager.rpc.port: ${ports.flinkRpc}`,
    'jobmanager.bind-host: 127.0.0.1',
    `jobmanager.archive.fs.dir: ${file(dirs.archive)}`,
    `blob.server.port: ${ports.flinkBlob}`,
    'rest.address: 127.0.0.1',
    'rest.bind-address: 127.0.0.1',
    // rest.bind-port must stay unset: the gateway reads this file too and would bind the JobManager's port
    `rest.port: ${ports.flinkRest}`,
    'sql-gateway.endpoint.rest.address: 127.0.0.1',
    'sql-gateway.endpoint.rest.bind-address: 127.0.0.1',
    `sql-gateway.endpoint.rest.port: ${ports.sqlGateway}`,
    `sql-gateway.endpoint.rest.bind-port: ${ports.sqlGateway}`,
    'sql-gateway.session.idle-timeout: 30min',
    // /jobs/:id is served from a cache of this age (ms)
    'web.refresh-interval: 500',
    `web.upload.dir: ${dirs.upload}`,
    `io.tmp.dirs: ${dirs.tmp}`,
    'taskmanager.host: 127.0.0.1',
    'taskmanager.bind-host: 127.0.0.1',
    `taskmanager.rpc.port: ${ports.taskManagerRpc}`,
    `taskmanager.data.port: ${ports.taskManagerData}`,
    `${SLOTS_KEY}: ${taskSlots(settings)}`,
    // Flink's shell scripts derive these; without the scripts each one is required
    'taskmanager.cpu.cores: 2',
    'taskmanager.memory.framework.heap.size: 128m',
    'taskmanager.memory.framework.off-heap.size: 64m',
    'taskmanager.memory.task.heap.size: 384m',
    'taskmanager.memory.task.off-heap.size: 0m',
    'taskmanager.memory.network.min: 64m',
    'taskmanager.memory.network.max: 64m',
    'taskmanager.memory.managed.size: 128m',
    'taskmanager.memory.jvm-metaspace.size: 256m',
    'taskmanager.memory.jvm-overhead.min: 128m',
    'taskmanager.memory.jvm-overhead.max: 128m',
    'parallelism.default: 1',
    // fixed-delay would give a job up within seconds of a lost TaskManager: no slots count as failed attempts
    'restart-strategy.type: exponential-delay',
    'restart-strategy.exponential-delay.initial-backoff: 1s',
    'restart-strategy.exponential-delay.max-backoff: 10s',
    'cluster.registration.error-delay: 1s',
    'heartbeat.interval: 2000',
    'heartbeat.timeout: 10000',
    'execution.checkpointing.interval: 5s',
    'execution.checkpointing.storage: filesystem',
    `execution.checkpointing.dir: ${file(dirs.checkpoints)}`,
    `execution.checkpointing.savepoint-dir: ${file(dirs.savepoints)}`,
    'execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION',
    'execution.checkpointing.num-retained: 3',
    'historyserver.web.address: 127.0.0.1',
    `historyserver.web.port: ${ports.flinkHistory}`,
    `historyserver.archive.fs.dir: ${file(dirs.archive)}`,
    'historyserver.archive.fs.refresh-interval: 2000',
    `historyserver.web.tmpdir: ${join(dirs.tmp, 'history')}`,
    ...openLineageConfig(settings),
  ].filter(line => !(line.split(': ')[0] in more));
  return [
    ...lines,
    ...Object.entries(more).map(([key, value]) => `${key}: ${value}`),
    '',
  ].join('\n');
}

/** Log4j for every Flink process: one rolling file, named by the system property `log.file`. */
export const FLINK_LOG4J = `rootLogger.level = INFO
rootLogger.appenderRef.file.ref = M
appender.main.name = M
appender.main.type = RollingFile
appender.main.fileName = \${sys:log.file}
appender.main.filePattern = \${sys:log.file}.%i
appender.main.layout.type = PatternLayout
appender.main.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
appender.main.policies.type = Policies
appender.main.policies.size.type = SizeBasedTriggeringPolicy
appender.main.policies.size.size = 10MB
appender.main.strategy.type = DefaultRolloverStrategy
appender.main.strategy.max = 2
`;
