import { InputError } from '@backstage/errors';
import { DataSourceEntity } from '@datalark/backstage-plugin-data-entities-common';

/** Which side of a pipeline a table is on. @public */
export type TableRole = 'source' | 'sink';

/** What is read or written, and by whom. */
export type TableUse = {
  role: TableRole;
  /** Name of the dataset in the system: a topic, a path, `database.schema.table`. */
  dataset: string;
  /** Names the consumer group and the transactions. */
  jobName: string;
  /** Format of topics and files. Default: json for topics, csv for files. */
  format?: string;
};

type Connect = (source: DataSourceEntity, use: TableUse) => Options;
type Options = Record<string, string>;

const CONNECTORS: Record<string, Connect> = {
  kafka: kafkaOptions,
  postgresql: jdbcOptions('jdbc:postgresql://', 5432, 'public'),
  mysql: jdbcOptions('jdbc:mysql://', 3306),
  mariadb: jdbcOptions('jdbc:mysql://', 3306),
  filesystem: fileOptions,
};

/**
 * The connector options with which Flink SQL reaches a dataset of a data
 * source. Addresses keep their `${NAME}`; credentials become `${secret:name}`.
 */
export function connectionOptions(
  source: DataSourceEntity,
  use: TableUse,
): Options {
  const connect = CONNECTORS[source.spec.type];
  if (!connect) {
    throw new InputError(
      `Data source "${source.metadata.name}" is of type ${source.spec.type}, which this template cannot connect. ` +
        `It connects ${Object.keys(CONNECTORS).join(
          ', ',
        )}; for others write the SQL by hand.`,
    );
  }
  return connect(source, use);
}

/** Tells whether reading from a data source ends by itself. */
export function isBounded(source: DataSourceEntity): boolean {
  return source.spec.type !== 'kafka';
}

function kafkaOptions(source: DataSourceEntity, use: TableUse): Options {
  return {
    connector: 'kafka',
    topic: use.dataset,
    'properties.bootstrap.servers': setting(source, 'bootstrapServers'),
    ...kafkaLogin(source),
    ...(use.role === 'source'
      ? {
          'properties.group.id': use.jobName,
          'properties.isolation.level': 'read_committed',
          'scan.startup.mode': 'earliest-offset',
        }
      : { 'sink.delivery-guarantee': 'at-least-once' }),
    format: use.format ?? 'json',
  };
}

function kafkaLogin(source: DataSourceEntity): Options {
  const username = secret(source, 'username') ?? optional(source, 'username');
  const password = secret(source, 'password');
  const protocol = optional(source, 'securityProtocol');
  if (!username || !password) {
    return protocol ? { 'properties.security.protocol': protocol } : {};
  }
  const mechanism = optional(source, 'saslMechanism') ?? 'PLAIN';
  const login = mechanism.startsWith('SCRAM')
    ? 'org.apache.kafka.common.security.scram.ScramLoginModule'
    : 'org.apache.kafka.common.security.plain.PlainLoginModule';
  return {
    'properties.security.protocol': protocol ?? 'SASL_SSL',
    'properties.sasl.mechanism': mechanism,
    'properties.sasl.jaas.config': `${login} required username="${username}" password="${password}";`,
  };
}

function jdbcOptions(
  scheme: string,
  defaultPort: number,
  defaultSchema?: string,
): Connect {
  return (source, use) => {
    const port = optional(source, 'port') ?? String(defaultPort);
    const database = setting(source, 'database');
    const names = use.dataset.split('.');
    if (names.length > 1 && names[0] === database) names.shift();
    if (names.length > 1 && names[0] === defaultSchema) names.shift();
    const username = secret(source, 'username') ?? optional(source, 'username');
    const password = secret(source, 'password');
    return {
      connector: 'jdbc',
      url: `${scheme}${setting(source, 'host')}:${port}/${database}`,
      'table-name': names.join('.'),
      ...(username ? { username } : {}),
      ...(password ? { password } : {}),
    };
  };
}

function fileOptions(_source: DataSourceEntity, use: TableUse): Options {
  const path = use.dataset;
  return {
    connector: 'filesystem',
    path: /^[a-z][a-z0-9+.-]*:/i.test(path) ? path : `file://${path}`,
    format: use.format ?? 'csv',
  };
}

function setting(source: DataSourceEntity, key: string): string {
  const value = optional(source, key);
  if (value === undefined) {
    throw new InputError(
      `Data source "${source.metadata.name}" says no spec.connection.${key}, without which a job cannot reach it. Add it there.`,
    );
  }
  return value;
}

function optional(source: DataSourceEntity, key: string): string | undefined {
  const value = source.spec.connection[key];
  return value === undefined ? undefined : String(value);
}

function secret(source: DataSourceEntity, key: string): string | undefined {
  const reference = source.spec.credentials?.[key];
  return reference === undefined ? undefined : `\${${reference}}`;
}
