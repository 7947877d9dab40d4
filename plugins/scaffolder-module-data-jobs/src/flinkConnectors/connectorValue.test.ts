import {
  choose,
  connectorProblems,
  setOption,
  visibleOptions,
} from './connectorValue';
import { findConnector, flinkConnectors } from './flinkConnectors';

const t: any = (key: string, values: Record<string, string> = {}) =>
  [key, ...Object.values(values)].join(' ');
const kafka = findConnector('kafka')!;
const columns = [{ name: 'id', type: 'BIGINT' }];

describe('the connectors', () => {
  it('have options whose conditions name options of theirs', () => {
    for (const { options } of flinkConnectors) {
      const keys = options.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(options.flatMap(({ when }) => (when ? [when[0]] : []))).toEqual(
        expect.not.arrayContaining(['']),
      );
      expect(
        options
          .flatMap(({ when }) => (when ? [when[0]] : []))
          .filter(key => !keys.includes(key)),
      ).toEqual([]);
    }
  });

  it('show what the side and the values ask for', () => {
    const keys = (role: 'source' | 'sink', guarantee: string) =>
      visibleOptions(kafka, role, {
        'sink.delivery-guarantee': guarantee,
      }).map(({ key }) => key);
    expect(keys('source', '')).toContain('scan.startup.mode');
    expect(keys('source', '')).not.toContain('sink.delivery-guarantee');
    expect(keys('sink', 'at-least-once')).not.toContain(
      'sink.transactional-id-prefix',
    );
    expect(keys('sink', 'exactly-once')).toContain(
      'sink.transactional-id-prefix',
    );
  });
});

describe('setOption', () => {
  const sink = choose(kafka, 'sink', { columns });

  it('begins with what most jobs need and keeps the columns', () => {
    expect(sink).toEqual({
      connector: 'kafka',
      options: {
        'properties.bootstrap.servers': '${KAFKA_BOOTSTRAP}',
        format: 'json',
        'sink.delivery-guarantee': 'at-least-once',
      },
      columns,
    });
  });

  it('brings a time-out that brokers allow with exactly-once, and takes it away again', () => {
    const once = setOption(
      sink,
      'sink',
      'sink.delivery-guarantee',
      'exactly-once',
    );
    expect(once.options).toMatchObject({
      'properties.transaction.timeout.ms': '600000',
    });
    const back = setOption(
      once,
      'sink',
      'sink.delivery-guarantee',
      'at-least-once',
    );
    expect(back).toEqual(sink);
  });

  it('forgets an option that was emptied', () => {
    expect(setOption(sink, 'sink', 'format', '').options).not.toHaveProperty(
      'format',
    );
  });
});

describe('connectorProblems', () => {
  it.each([
    [undefined, ['connector.choose']],
    [
      { connector: 'kafka', options: { format: 'json' }, columns },
      ['common.required topic', 'common.required properties.bootstrap.servers'],
    ],
    [{ connector: 'datagen', columns: [] }, ['connector.columnsMissing']],
    [
      { connector: 'datagen', columns: [{ name: 'id' }, ...columns] },
      ['connector.columnIncomplete 1', 'connector.columnTwice id'],
    ],
    [
      {
        connector: 'jdbc',
        options: { url: 'u', 'table-name': 't', password: 'letmein' },
        columns,
      },
      ['common.secretLiteral password ${secret:name}'],
    ],
    [
      {
        connector: 'jdbc',
        options: { url: 'u', 'table-name': 't', password: '${secret:db}' },
        columns,
      },
      [],
    ],
  ])('of the source %j are %j', (value, problems) => {
    expect(connectorProblems(value, 'source', t)).toEqual(problems);
  });

  it('lets a sink take the columns of the source', () => {
    expect(connectorProblems({ connector: 'print' }, 'sink', t)).toEqual([]);
  });
});
