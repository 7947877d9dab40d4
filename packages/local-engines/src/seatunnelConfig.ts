import { join } from 'node:path';
import type { EngineSettings } from './engineService';

const TRANSFORMS = [
  'Sql',
  'FieldMapper',
  'Filter',
  'FilterRowKind',
  'JsonPath',
  'Replace',
  'Split',
  'Copy',
  'DynamicCompile',
  'LLM',
  'Embedding',
];

/**
 * `plugin-mapping.properties`: which jar holds which plugin. No jar contains it, so it is written here.
 * The Jdbc sink can be the copy inside the CDC jar: a Postgres-CDC source (2.3.4) cannot feed the 2.3.8 sink.
 */
export function pluginMapping(
  settings: Pick<EngineSettings, 'jdbcSinkFromCdc'>,
): string {
  const jdbcSink = settings.jdbcSinkFromCdc
    ? 'connector-cdc-postgres'
    : 'connector-jdbc';
  return [
    'seatunnel.source.FakeSource = connector-fake',
    'seatunnel.sink.Console = connector-console',
    'seatunnel.source.Jdbc = connector-jdbc',
    `seatunnel.sink.Jdbc = ${jdbcSink}`,
    'seatunnel.source.LocalFile = connector-file-local',
    'seatunnel.sink.LocalFile = connector-file-local',
    'seatunnel.source.Kafka = connector-kafka',
    'seatunnel.sink.Kafka = connector-kafka',
    'seatunnel.source.Http = connector-http-base',
    'seatunnel.sink.Http = connector-http-base',
    'seatunnel.source.MySQL-CDC = connector-cdc-mysql',
    'seatunnel.source.Postgres-CDC = connector-cdc-postgres',
    ...TRANSFORMS.map(
      it => `seatunnel.transform.${it} = seatunnel-transforms-v2`,
    ),
    '',
  ].join('\n');
}

/** `seatunnel.yaml`. JSON is YAML, and needs no quoting rules. */
export function seatunnelYaml(home: string): string {
  return JSON.stringify(
    {
      seatunnel: {
        engine: {
          'history-job-expire-minutes': 1440,
          'backup-count': 0,
          'queue-type': 'blockingqueue',
          'print-execution-info-interval': 60,
          'print-job-metrics-info-interval': 60,
          'slot-service': { 'dynamic-slot': true },
          checkpoint: {
            interval: 3000,
            timeout: 30000,
            // with fs.defaultFS file:/// this is the local disk
            storage: {
              type: 'hdfs',
              'max-retained': 3,
              'plugin-config': {
                namespace: join(home, 'data', 'checkpoint'),
                'storage.type': 'hdfs',
                'fs.defaultFS': 'file:///',
              },
            },
          },
          telemetry: { metric: { enabled: true } },
        },
      },
    },
    null,
    2,
  );
}

/** `hazelcast.yaml`: one node, one port on loopback, jobs and history on disk when `imap` is set. */
export function hazelcastYaml(
  home: string,
  port: number,
  settings: Pick<EngineSettings, 'imap'>,
): string {
  const clusterName = 'datalark';
  return JSON.stringify(
    {
      hazelcast: {
        'cluster-name': clusterName,
        network: {
          'rest-api': {
            enabled: true,
            'endpoint-groups': {
              CLUSTER_WRITE: { enabled: true },
              DATA: { enabled: true },
            },
          },
          // with hazelcast.socket.bind.any=false: listens on loopback only
          interfaces: { enabled: true, interfaces: ['127.0.0.1'] },
          join: {
            multicast: { enabled: false },
            'tcp-ip': { enabled: true, 'member-list': [`127.0.0.1:${port}`] },
          },
          port: { 'auto-increment': false, port },
        },
        ...(settings.imap && {
          map: {
            'engine*': {
              'map-store': {
                enabled: true,
                'initial-mode': 'EAGER',
                'factory-class-name':
                  'org.apache.seatunnel.engine.server.persistence.FileMapStoreFactory',
                properties: {
                  type: 'hdfs',
                  namespace: join(home, 'data', 'imap'),
                  clusterName,
                  'storage.type': 'hdfs',
                  'fs.defaultFS': 'file:///',
                },
              },
            },
          },
        }),
        properties: {
          'hazelcast.socket.bind.any': false,
          'hazelcast.phone.home.enabled': false,
          'hazelcast.logging.type': 'log4j2',
          'hazelcast.tcp.join.port.try.count': 30,
          'hazelcast.invocation.max.retry.count': 20,
          'hazelcast.operation.generic.thread.count': 8,
        },
      },
    },
    null,
    2,
  );
}

/** Log4j: `server.log`, and one file per job, told apart by the thread's key ST-JID (Console rows land there). */
export const SEATUNNEL_LOG4J = `property.p = \${sys:seatunnel.logs.path}
rootLogger.level = INFO
rootLogger.appenderRef.r.ref = routing
appender.routing.name = routing
appender.routing.type = Routing
appender.routing.route.type = Routes
appender.routing.route.pattern = $\${ctx:ST-JID}
appender.routing.route.system.type = Route
appender.routing.route.system.key = $\${ctx:ST-JID}
appender.routing.route.system.ref = file
appender.routing.route.job.type = Route
appender.routing.route.job.appender.type = File
appender.routing.route.job.appender.name = job-\${ctx:ST-JID}
appender.routing.route.job.appender.fileName = \${p}/job-\${ctx:ST-JID}.log
appender.routing.route.job.appender.layout.type = PatternLayout
appender.routing.route.job.appender.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%-30.30c{1.}] [%t] - %m%n
appender.file.name = file
appender.file.type = RollingFile
appender.file.fileName = \${p}/server.log
appender.file.filePattern = \${p}/server.log.%i
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%X{ST-JID}] %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%-30.30c{1.}] [%t] - %m%n
appender.file.policies.type = Policies
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 10MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 2
`;
