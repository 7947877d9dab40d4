import { Kafka, logLevel, type Admin } from 'kafkajs';

async function withAdmin<T>(
  bootstrapServers: string,
  retries: number,
  use: (admin: Admin) => Promise<T>,
): Promise<T> {
  const admin = new Kafka({
    clientId: 'datalark-engines',
    brokers: bootstrapServers.split(','),
    connectionTimeout: 2000,
    logLevel: logLevel.NOTHING,
    retry: { retries, initialRetryTime: 100, maxRetryTime: 1000 },
  }).admin();
  try {
    await admin.connect();
    return await use(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Does the broker answer with itself as a member of the cluster and with a controller? */
export function isBrokerReady(bootstrapServers: string): Promise<boolean> {
  return withAdmin(bootstrapServers, 0, async admin => {
    const cluster = await admin.describeCluster();
    return cluster.brokers.length > 0 && cluster.controller !== null;
  });
}

/**
 * Creates topics with the broker's default number of partitions (3); those that exist stay as they are.
 * Returns the names of the topics that were created.
 *
 * @public
 */
export function createTopics(
  bootstrapServers: string,
  names: readonly string[],
): Promise<string[]> {
  return withAdmin(bootstrapServers, 5, async admin => {
    const existing = await admin.listTopics();
    const missing = names.filter(name => !existing.includes(name));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map(topic => ({ topic })),
      });
    }
    return missing;
  });
}
