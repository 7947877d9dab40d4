import { filledIn } from './__testUtils__/filledIn';
import { seatunnelJob } from './__testUtils__/jobs';
import { KafkaTopics } from './__testUtils__/KafkaTopics';
import { RealZeta } from './__testUtils__/RealZeta';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

const SCHEMA = { fields: { id: 'bigint', name: 'string' } };

/** Real rows through a real Zeta into a real Kafka and out of it. */
describe('Zeta with Kafka', () => {
  let zeta: RealZeta;
  let kafka: KafkaTopics;
  let made: string;
  let copied: string;
  let followed: string;

  beforeAll(async () => {
    zeta = await RealZeta.start('kafka');
    kafka = await KafkaTopics.connect(
      zeta.engines.endpoints.kafkaBootstrapServers!,
    );
    [made, copied, followed] = ['made', 'copied', 'followed', 'empty'].map(
      name => `${zeta.name}.${name}`,
    );
    await kafka.create(made, copied, followed);
  });

  afterAll(async () => {
    await zeta?.stop();
    await kafka?.stop(made, copied, followed);
  });

  const sink = (topic: string) => ({
    plugin_name: 'Kafka',
    plugin_input: 'rows',
    'bootstrap.servers': kafka.bootstrapServers,
    topic,
    format: 'json',
    partition_key_fields: ['id'],
  });

  const source = (topic: string) => ({
    plugin_name: 'Kafka',
    plugin_output: 'rows',
    'bootstrap.servers': kafka.bootstrapServers,
    topic,
    'consumer.group': `${zeta.name}-${topic}`,
    start_mode: 'earliest',
    format: 'json',
    schema: SCHEMA,
  });

  const ids = async (topic: string) =>
    (await kafka.committed(topic)).map(({ id }) => id).sort((a, b) => a - b);

  it('writes rows into a topic', async () => {
    const rows = [1, 2, 3].map(id => ({
      kind: 'INSERT',
      fields: [id, `name ${id}`],
    }));
    const id = await zeta.run(
      filledIn(
        seatunnelJob({
          source: [
            {
              plugin_name: 'FakeSource',
              plugin_output: 'rows',
              schema: SCHEMA,
              rows,
            },
          ],
          sink: [sink(made)],
        }),
      ),
    );
    expect(await zeta.ended(id)).toMatchObject({
      state: 'finished',
      records: { read: 3, written: 3 },
    });
    const messages = await kafka.committed(made);
    expect(messages.sort((a, b) => a.id - b.id)).toEqual(
      [1, 2, 3].map(n => ({ id: n, name: `name ${n}` })),
    );
  });

  it('a batch job reads what is in a topic, and ends', async () => {
    await kafka.send(
      made,
      Array.from({ length: 500 }, (_, i) => ({ id: 1000 + i, name: 'x' })),
    );
    const id = await zeta.run(
      filledIn(seatunnelJob({ source: [source(made)], sink: [sink(copied)] })),
    );
    expect(await zeta.ended(id)).toMatchObject({
      state: 'finished',
      records: { read: 503, written: 503 },
    });
    expect(await ids(copied)).toEqual(await ids(made));
  });

  const logOf = async (id: string) =>
    (await zeta.engine.log(id, { ...zeta.call(), maxBytes: 2_000_000 })).text;

  it('a streaming job reads what is there, and, as the check warns, no more', async () => {
    const id = await zeta.run(
      filledIn(
        seatunnelJob(
          {
            env: { 'checkpoint.interval': 1000 },
            source: [source(copied)],
            sink: [{ ...sink(followed), semantics: 'AT_LEAST_ONCE' }],
          },
          'streaming',
        ),
        ['source[0].Kafka'],
      ),
    );
    await until(
      () => logOf(id),
      log =>
        [0, 1, 2].every(n =>
          new RegExp(`Finished reading split.*${copied}-${n}\\b`).test(log),
        ),
    );
    await until(
      () => zeta.read(id),
      count => count === 503,
    );
    expect(await zeta.engine.lookup(id, zeta.call())).toMatchObject({
      state: 'running',
    });
    await until(
      () => ids(followed),
      found => found.length === 503,
    );
    expect(await ids(followed)).toEqual(await ids(copied));
  });
});
