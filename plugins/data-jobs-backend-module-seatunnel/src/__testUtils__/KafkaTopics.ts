import { createTopics } from '@datalark/local-engines';
import { Admin, Kafka, logLevel, Producer } from 'kafkajs';

/** A client of the real Kafka. */
export class KafkaTopics {
  readonly #kafka: Kafka;
  readonly #admin: Admin;
  readonly #producer: Producer;

  private constructor(readonly bootstrapServers: string) {
    this.#kafka = new Kafka({
      brokers: [bootstrapServers],
      logLevel: logLevel.NOTHING,
    });
    this.#admin = this.#kafka.admin();
    this.#producer = this.#kafka.producer();
  }

  static async connect(bootstrapServers: string): Promise<KafkaTopics> {
    const topics = new KafkaTopics(bootstrapServers);
    await topics.#admin.connect();
    await topics.#producer.connect();
    return topics;
  }

  /** Topics of three partitions. */
  async create(...names: string[]): Promise<void> {
    await createTopics(this.bootstrapServers, names);
  }

  async send(topic: string, values: object[]): Promise<void> {
    await this.#producer.send({
      topic,
      messages: values.map((value, i) => ({
        key: String(i),
        value: JSON.stringify(value),
      })),
    });
  }

  /** Messages whose transactions have been committed, in no order. */
  async committed(topic: string): Promise<any[]> {
    const ends = await this.#admin.fetchTopicOffsets(topic);
    const missing = new Set(
      ends.filter(it => it.high !== it.low).map(it => it.partition),
    );
    if (missing.size === 0) return [];
    const consumer = this.#kafka.consumer({
      groupId: `${topic}-${Date.now()}`,
    });
    const values: any[] = [];
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((done, failed) => {
      consumer
        .run({
          eachBatch: async ({ batch }) => {
            values.push(
              ...batch.messages.map(({ value }) => JSON.parse(String(value))),
            );
            const end = ends.find(it => it.partition === batch.partition)!;
            if (Number(batch.lastOffset()) >= Number(end.high) - 1) {
              missing.delete(batch.partition);
            }
            if (missing.size === 0) done();
          },
        })
        .catch(failed);
    });
    await consumer.disconnect();
    return values;
  }

  async stop(...topics: string[]): Promise<void> {
    await this.#admin.deleteTopics({ topics });
    await this.#producer.disconnect();
    await this.#admin.disconnect();
  }
}
