import type { Entity } from '@backstage/catalog-model';
import {
  checkDataEntity,
  dataJobEntityV1alpha1Validator,
  datasetEntityV1alpha1Validator,
} from './kindValidators';

const job = (spec: object, envelope: object = {}): Entity =>
  ({
    apiVersion: 'datalark.io/v1alpha1',
    kind: 'DataJob',
    metadata: { name: 'orders' },
    spec: {
      type: 'flink-sql',
      lifecycle: 'production',
      owner: 'data',
      engine: 'flink',
      definition: { sql: 'SELECT 1;' },
      ...spec,
    },
    ...envelope,
  } as Entity);

describe('kind validators', () => {
  it('accept their kind and leave others', async () => {
    await expect(dataJobEntityV1alpha1Validator.check(job({}))).resolves.toBe(
      true,
    );
    await expect(datasetEntityV1alpha1Validator.check(job({}))).resolves.toBe(
      false,
    );
  });

  it('refuse with one line for one problem', async () => {
    await expect(
      dataJobEntityV1alpha1Validator.check(job({ parallelism: 0 })),
    ).rejects.toThrow(
      'datajob:default/orders is not valid: spec.parallelism: 0 is not allowed; use a whole number of at least 1',
    );
  });

  it('refuse with a line each for several problems', () => {
    expect(() =>
      checkDataEntity(job({ parallelism: 0, state: 'stopped' })),
    ).toThrow(
      'datajob:default/orders is not valid:\n' +
        '- spec.state: "stopped" is not allowed; use running or suspended\n' +
        '- spec.parallelism: 0 is not allowed; use a whole number of at least 1',
    );
  });

  it("leave a kind of the same name in somebody else's group", () => {
    expect(
      checkDataEntity(
        job({}, { apiVersion: 'example.com/v1', kind: 'Dataset' }),
      ),
    ).toBe(false);
  });

  it('refuse a slip in kind or group that nobody else would take', () => {
    expect(() => checkDataEntity(job({}, { kind: 'dataJob' }))).toThrow(
      'did you mean DataJob?',
    );
    expect(() =>
      checkDataEntity(job({}, { apiVersion: 'data-lark.io/v1alpha1' })),
    ).toThrow('use datalark.io/v1alpha1');
  });
});
