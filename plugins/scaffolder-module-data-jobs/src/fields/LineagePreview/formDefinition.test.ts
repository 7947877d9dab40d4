import { formDefinition, FormValues } from './formDefinition';

const nothing = { getEntity: async () => undefined };
const flink = (values: FormValues) =>
  formDefinition('flink-sql', values, nothing);
const seatunnel = (values: FormValues) =>
  formDefinition('seatunnel', values, nothing);

const CONNECTORS: FormValues = {
  mode: 'connectors',
  sourceConnector: {
    connector: 'datagen',
    columns: [{ name: 'id', type: 'BIGINT' }],
  },
  sinkConnector: { connector: 'blackhole' },
};

describe('formDefinition', () => {
  it('is none while something is missing', async () => {
    expect(await flink({})).toBeUndefined();
    expect(await flink({ mode: 'sql', sql: ' ' })).toBeUndefined();
    expect(
      await flink({ mode: 'datasets', sourceDataset: { ref: 'dataset:a' } }),
    ).toBeUndefined();
    expect(
      await flink({ ...CONNECTORS, sinkConnector: undefined }),
    ).toBeUndefined();
    expect(
      await seatunnel({ source: { plugin: 'FakeSource' } }),
    ).toBeUndefined();
  });

  it('is the SQL that the template would write', async () => {
    expect(await flink({ ...CONNECTORS, where: 'id > 1' })).toEqual({
      type: 'flink-sql',
      sql: expect.stringMatching(
        /CREATE TEMPORARY TABLE `source`[\s\S]*INSERT INTO `sink`[\s\S]*WHERE id > 1/,
      ),
    });
  });

  it('is the chain that the template would write', async () => {
    const definition = await seatunnel({
      source: { plugin: 'FakeSource', options: { 'row.num': 5, empty: '' } },
      transforms: [{ plugin: 'Copy', options: {} }],
      sink: { plugin: 'Console' },
    });
    expect(definition).toMatchObject({ type: 'seatunnel', format: 'json' });
    expect(JSON.parse(String(definition?.config))).toMatchObject({
      source: [{ plugin_name: 'FakeSource', 'row.num': 5 }],
      transform: [{ plugin_name: 'Copy' }],
      sink: [{ plugin_name: 'Console' }],
    });
  });

  it('fails with the reason, such as a dataset that is not there', async () => {
    await expect(
      flink({
        mode: 'datasets',
        sourceDataset: { ref: 'dataset:default/a' },
        sinkDataset: { ref: 'dataset:default/b' },
      }),
    ).rejects.toThrow(/no dataset:default\/a in the catalog/);
  });
});
