import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filledIn } from './__testUtils__/filledIn';
import { seatunnelJob } from './__testUtils__/jobs';
import { RealZeta } from './__testUtils__/RealZeta';

jest.setTimeout(120_000);

const SCHEMA = {
  fields: { id: 'bigint', name: 'string', price: 'decimal(10, 2)' },
};
// No comma: SeaTunnel 2.3.8 writes csv without quotes.
const NAMES = ['plain', 'with | bar', 'mit Ümlaut 中文'];

/** Real rows through a real Zeta into real files and out of them. */
describe('Zeta with local files', () => {
  let zeta: RealZeta;
  const dir = mkdtempSync(join(tmpdir(), 'datalark-files-'));

  beforeAll(async () => {
    zeta = await RealZeta.start();
  });

  afterAll(async () => {
    await zeta?.stop();
    rmSync(dir, { recursive: true });
  });

  const made = {
    plugin_name: 'FakeSource',
    plugin_output: 'rows',
    schema: SCHEMA,
    rows: NAMES.map((name, i) => ({
      kind: 'INSERT',
      fields: [i + 1, name, (i + 1) * 1.25],
    })),
  };

  const sink = (name: string, options: object) => ({
    plugin_name: 'LocalFile',
    plugin_input: 'rows',
    path: join(dir, name),
    ...options,
  });

  const source = (name: string, options: object) => ({
    plugin_name: 'LocalFile',
    plugin_output: 'rows',
    path: join(dir, name),
    ...options,
  });

  async function copy(from: object, to: object) {
    const id = await zeta.run(
      filledIn(seatunnelJob({ source: [from], sink: [to] })),
    );
    expect(await zeta.ended(id)).toMatchObject({
      state: 'finished',
      records: { read: NAMES.length, written: NAMES.length },
    });
  }

  const lines = (name: string) =>
    readdirSync(join(dir, name))
      .flatMap(file => readFileSync(join(dir, name, file), 'utf8').split('\n'))
      .filter(Boolean);

  it.each([
    ['json', {}, { schema: SCHEMA }],
    [
      'csv',
      { enable_header_write: true },
      { skip_header_row_number: 1, schema: SCHEMA },
    ],
    [
      'text',
      { field_delimiter: '||', row_delimiter: '\n' },
      // SeaTunnel reads it as a regular expression.
      { field_delimiter: '\\|\\|', schema: SCHEMA },
    ],
    ['parquet', {}, {}],
    ['orc', { compress_codec: 'none' }, {}],
  ])('writes %s, and reads it again', async (format, written, read) => {
    await copy(made, sink(format, { file_format_type: format, ...written }));
    const back = `${format}-back`;
    await copy(
      source(format, { file_format_type: format, ...read }),
      sink(back, { file_format_type: 'json' }),
    );
    const rows = lines(back).map(line => JSON.parse(line));
    expect(rows.sort((a, b) => a.id - b.id)).toEqual(
      NAMES.map((name, i) => ({ id: i + 1, name, price: (i + 1) * 1.25 })),
    );
  });
});
