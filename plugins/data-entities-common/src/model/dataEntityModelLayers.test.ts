import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { dataEntityKinds } from '../entities/dataEntityKinds';
import { dataRelationPairs } from '../relations/dataRelationPairs';
import { dataEntityModelLayers } from './dataEntityModelLayers';

const apiVersion = 'datalark.io/v1alpha1';

describe('dataEntityModelLayers', () => {
  const model = compileCatalogModel([
    defaultCatalogEntityModel,
    ...dataEntityModelLayers,
  ]);

  it.each(dataEntityKinds)('declares %s beside the built-in kinds', kind => {
    const known = model.getKind({ kind, apiVersion });
    expect(known?.names.kind).toBe(kind);
    expect(known?.relationFields).toContainEqual(
      expect.objectContaining({ path: 'spec.owner', relation: 'ownedBy' }),
    );
    expect(
      model.getKind({ kind: 'Component', apiVersion: 'backstage.io/v1alpha1' }),
    ).toBeDefined();
  });

  it('has a schema of its own for each known type of job', () => {
    const definition = (type: string) => {
      const { jsonSchema } = model.getKind({
        kind: 'DataJob',
        apiVersion,
        spec: { type },
      })!;
      return (jsonSchema as any).properties.spec.properties.definition;
    };
    expect(definition('flink-jar')).toEqual({
      $ref: '#/definitions/flink-jar',
    });
    expect(definition('kylin-build').anyOf).toHaveLength(5);
  });

  it('declares every relation of the data kinds with its reverse', () => {
    const declared = model
      .listRelations()
      .map(relation => [relation.forward.type, relation.reverse.type]);
    expect(declared).toEqual(expect.arrayContaining(dataRelationPairs));
    const jobRelations = model.getRelations({ kind: 'DataJob' })!;
    expect(
      jobRelations.find(relation => relation.forward.type === 'ownedBy'),
    ).toMatchObject({
      toKind: ['Group', 'User'],
      reverse: { type: 'ownerOf' },
    });
  });
});
