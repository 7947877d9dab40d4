import { messages } from '../translations/en';

/** Which side of a pipeline a connector is on. */
export type ConnectorRole = 'source' | 'sink';

/** One option of a connector, under Flink's own name. */
export type ConnectorOption = {
  key: string;
  kind: 'text' | 'number' | 'choice' | 'secret';
  /** What explains it; see the texts under `connector.help`. */
  help?: keyof typeof messages.connector.help;
  choices?: string[];
  /** Filled in when the connector is chosen. */
  initial?: string;
  required?: boolean;
  /** Default: both. */
  role?: ConnectorRole;
  /** Shown, and required if it is, only when another option has this value. */
  when?: [option: string, value: string];
  advanced?: boolean;
};

/** A connector of Flink SQL with the options that most jobs need. */
export type FlinkConnector = {
  name: keyof typeof messages.connector.name;
  roles: ConnectorRole[];
  options: ConnectorOption[];
};

/**
 * The connectors that the form offers.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/overview/
 */
export const flinkConnectors: FlinkConnector[] = [
  {
    name: 'datagen',
    roles: ['source'],
    options: [
      {
        key: 'rows-per-second',
        kind: 'number',
        help: 'rowsPerSecond',
        initial: '1',
      },
      { key: 'number-of-rows', kind: 'number', help: 'numberOfRows' },
    ],
  },
  {
    name: 'kafka',
    roles: ['source', 'sink'],
    options: [
      { key: 'topic', kind: 'text', help: 'topic', required: true },
      {
        key: 'properties.bootstrap.servers',
        kind: 'text',
        help: 'bootstrapServers',
        initial: '${KAFKA_BOOTSTRAP}',
        required: true,
      },
      {
        key: 'format',
        kind: 'choice',
        help: 'format',
        choices: ['json', 'csv', 'avro', 'debezium-json', 'raw'],
        initial: 'json',
        required: true,
      },
      {
        key: 'scan.startup.mode',
        kind: 'choice',
        help: 'startupMode',
        choices: ['earliest-offset', 'latest-offset', 'group-offsets'],
        initial: 'earliest-offset',
        role: 'source',
      },
      {
        key: 'properties.group.id',
        kind: 'text',
        help: 'groupId',
        role: 'source',
        advanced: true,
      },
      {
        key: 'sink.delivery-guarantee',
        kind: 'choice',
        help: 'deliveryGuarantee',
        choices: ['at-least-once', 'exactly-once', 'none'],
        initial: 'at-least-once',
        role: 'sink',
      },
      {
        key: 'sink.transactional-id-prefix',
        kind: 'text',
        help: 'transactionalIdPrefix',
        role: 'sink',
        required: true,
        when: ['sink.delivery-guarantee', 'exactly-once'],
      },
      {
        key: 'properties.transaction.timeout.ms',
        kind: 'number',
        help: 'transactionTimeout',
        role: 'sink',
        initial: '600000',
        when: ['sink.delivery-guarantee', 'exactly-once'],
      },
    ],
  },
  {
    name: 'filesystem',
    roles: ['source', 'sink'],
    options: [
      {
        key: 'path',
        kind: 'text',
        help: 'path',
        initial: 'file://${DATA_DIR}/',
        required: true,
      },
      {
        key: 'format',
        kind: 'choice',
        help: 'format',
        choices: ['csv', 'json', 'parquet', 'orc', 'avro'],
        initial: 'csv',
        required: true,
      },
      {
        key: 'source.monitor-interval',
        kind: 'text',
        help: 'monitorInterval',
        role: 'source',
        advanced: true,
      },
    ],
  },
  {
    name: 'jdbc',
    roles: ['source', 'sink'],
    options: [
      { key: 'url', kind: 'text', help: 'url', required: true },
      { key: 'table-name', kind: 'text', help: 'tableName', required: true },
      { key: 'username', kind: 'text', help: 'username' },
      { key: 'password', kind: 'secret' },
      {
        key: 'sink.buffer-flush.interval',
        kind: 'text',
        help: 'flushInterval',
        role: 'sink',
        advanced: true,
      },
    ],
  },
  {
    name: 'print',
    roles: ['sink'],
    options: [
      { key: 'print-identifier', kind: 'text', help: 'printIdentifier' },
    ],
  },
  { name: 'blackhole', roles: ['sink'], options: [] },
];

/** A connector by its name in Flink SQL. */
export function findConnector(
  name: string | undefined,
): FlinkConnector | undefined {
  return flinkConnectors.find(connector => connector.name === name);
}
