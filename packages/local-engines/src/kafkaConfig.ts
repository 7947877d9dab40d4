/** `server.properties` of a broker that is its own controller (KRaft), on loopback only. */
export function kafkaProperties(options: {
  dataDir: string;
  port: number;
  controllerPort: number;
}): string {
  const { dataDir, port, controllerPort } = options;
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}`,
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    'inter.broker.listener.name=PLAINTEXT',
    'controller.listener.names=CONTROLLER',
    'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    `log.dirs=${dataDir}`,
    'num.partitions=3',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=5',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'transaction.state.log.num.partitions=5',
    'share.coordinator.state.topic.replication.factor=1',
    'share.coordinator.state.topic.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    'log.cleaner.dedupe.buffer.size=16777216',
    // a killed broker may come back after this time, not after 9 s
    'broker.session.timeout.ms=3000',
    'broker.heartbeat.interval.ms=1000',
    '',
  ].join('\n');
}

/** Log4j for Kafka: warnings to standard output. */
export const KAFKA_LOG4J = `rootLogger.level = WARN
rootLogger.appenderRef.c.ref = C
appender.c.name = C
appender.c.type = Console
appender.c.layout.type = PatternLayout
appender.c.layout.pattern = %d %-5p %c{1} - %m%n
`;
