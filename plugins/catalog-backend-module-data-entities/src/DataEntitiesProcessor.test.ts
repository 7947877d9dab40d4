import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { DataEntitiesProcessor } from './DataEntitiesProcessor';

const location = { type: 'url', target: 'https://example.com/a.yaml' };

const entity = (kind: string, spec: object, name = 'x'): Entity => ({
  apiVersion: 'datalark.io/v1alpha1',
  kind,
  metadata: { name },
  spec: { lifecycle: 'production', owner: 'shop', ...spec } as Entity['spec'],
});

const lineage = entity('Lineage', {
  type: 'dataset',
  entries: [{ target: { ref: 'b' }, inputs: [{ ref: 'a' }] }],
});

async function relationsOf(processor: DataEntitiesProcessor, of: Entity) {
  const emitted: CatalogProcessorResult[] = [];
  await processor.postProcessEntity(of, location, item => emitted.push(item));
  return emitted.map(item => {
    if (item.type !== 'relation') {
      throw new Error(`Unexpected ${item.type}`);
    }
    const { source, type, target } = item.relation;
    return `${stringifyEntityRef(source)} ${type} ${stringifyEntityRef(
      target,
    )}`;
  });
}

describe('DataEntitiesProcessor', () => {
  const processor = new DataEntitiesProcessor();

  it('emits each relation in both directions', async () => {
    await expect(relationsOf(processor, lineage)).resolves.toEqual([
      'lineage:default/x ownedBy group:default/shop',
      'group:default/shop ownerOf lineage:default/x',
      'lineage:default/x writesTo dataset:default/b',
      'dataset:default/b writtenBy lineage:default/x',
      'lineage:default/x readsFrom dataset:default/a',
      'dataset:default/a readBy lineage:default/x',
      'dataset:default/b derivesFrom dataset:default/a',
      'dataset:default/a derivedTo dataset:default/b',
    ]);
  });

  it('leaves plain fields to the model when it works beside layers', async () => {
    const beside = new DataEntitiesProcessor({ besideModelLayers: true });
    const relations = await relationsOf(beside, lineage);
    expect(relations).toHaveLength(6);
    expect(relations).not.toContain(
      'lineage:default/x ownedBy group:default/shop',
    );
  });

  it('refuses a wrong entity with field, value and remedy', async () => {
    await expect(
      processor.validateEntityKind(
        entity('DataSource', { type: 'kafka', connection: { password: 'p1' } }),
      ),
    ).rejects.toThrow(
      'datasource:default/x is not valid: spec.connection.password: a credential is not allowed in the connection; remove it and write a reference under spec.credentials, for example password: secret:<name>',
    );
  });

  it('takes its kinds and leaves others', async () => {
    await expect(processor.validateEntityKind(lineage)).resolves.toBe(true);
    await expect(
      processor.validateEntityKind({
        ...lineage,
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
      }),
    ).resolves.toBe(false);
  });

  it('refuses an unknown version early only beside layers', async () => {
    const newer = { ...lineage, apiVersion: 'datalark.io/v9' };
    const beside = new DataEntitiesProcessor({ besideModelLayers: true });
    await expect(processor.preProcessEntity(newer)).resolves.toBe(newer);
    await expect(beside.preProcessEntity(newer)).rejects.toThrow(
      'apiVersion: "datalark.io/v9" is not allowed for the kind Lineage; use datalark.io/v1alpha1',
    );
  });
});
