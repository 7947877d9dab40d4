import {
  datasetNameOf,
  jobEventOf,
  lineageOfEvent,
  validateEvent,
} from '@datalark/openlineage';
import { readJobConfig } from '../read/readJobConfig';
import { jobEventParts } from './jobEventParts';
import { lineageOfJob } from './lineageOfJob';

const eventOf = (text: string) =>
  jobEventOf({
    job: { namespace: 'seatunnel', name: 'job' },
    ...jobEventParts(lineageOfJob(readJobConfig(text).config!), datasetNameOf),
    producer: 'https://github.com/datalark/datalark',
    eventTime: '2026-11-21T08:13:32Z',
  });

describe('jobEventParts', () => {
  it('keeps apart the tables of a job that copies many', () => {
    const event = eventOf(`
      source { MySQL-CDC { base-url = "jdbc:mysql://db:3306/s", table-names = ["s.a", "s.b", "s.c"] } }
      sink { Jdbc { url = "jdbc:mysql://dwh:3306/d", generate_sink_sql = true, database = d, table = "\${table_name}" } }`);
    expect(validateEvent(event)).toEqual([]);
    const { tableEdges, basis } = lineageOfEvent(event);
    expect(basis).toBe('explicit');
    expect(tableEdges.map(({ from, to }) => `${from.name} ${to.name}`)).toEqual(
      ['s.a d.a', 's.b d.b', 's.c d.c'],
    );
  });

  it('says columns, influences, and what comes of a table as a whole', () => {
    const event = eventOf(`
      source { Jdbc { plugin_output = a, url = "jdbc:mysql://db/s", query = "select * from t where k = 1" } }
      transform { LLM { plugin_input = a, plugin_output = b, model_provider = OPENAI, model = m, prompt = p, output_column_name = topic } }
      sink { Kafka { plugin_input = b, bootstrap.servers = "k:9092", topic = out } }`);
    const { columnEdges, datasetInfluences, tableEdges } =
      lineageOfEvent(event);
    const t = { namespace: 'mysql://db:3306', name: 's.t' };
    expect(columnEdges).toEqual([
      {
        from: t,
        to: { namespace: 'kafka://k:9092', name: 'out', field: 'topic' },
        transformations: [{ type: 'DIRECT', subtype: 'TRANSFORMATION' }],
      },
    ]);
    expect(datasetInfluences.map(({ from }) => from)).toEqual([
      { ...t, field: 'k' },
    ]);
    expect(tableEdges).toHaveLength(1);
  });

  it('tells where the option stands that does it', () => {
    const { config, positions } =
      readJobConfig(`source { FakeSource { schema { fields { a = int } } } }
      transform {
        Replace { replace_field = a }
      }
      sink { Console {} }`);
    const lineage = lineageOfJob(config!, { positions });
    const [edge] = jobEventParts(lineage, datasetNameOf).columnEdges;
    expect(edge.transformations[0].span).toEqual({
      start: { line: 3, column: 19 },
      end: { line: 4, column: 1 },
    });
  });

  it('leaves unknown what has no place', () => {
    const event = eventOf('source { Quantum { } }\n sink { Console { } }');
    expect(event.inputs).toBeUndefined();
    expect(event.outputs).toHaveLength(1);
    expect(lineageOfEvent(event).tableEdges).toEqual([]);
  });
});
