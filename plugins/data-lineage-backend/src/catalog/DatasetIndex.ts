import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isDatasetEntity } from '@datalark/backstage-plugin-data-entities-common';
import { LineageName } from '@datalark/backstage-plugin-data-lineage-common';
import { normalisedName } from '@datalark/openlineage';
import { datasetPair } from './entityLinks';
import { SyncSettings } from './SyncSettings';

type Column = { name: string; type?: string };

/** What the Datasets of the catalog tell other entities: their pairs, and their columns. */
export class DatasetIndex {
  readonly #pairs = new Map<string, LineageName>();
  readonly #columns = new Map<string, Column[]>();

  constructor(private readonly settings: Pick<SyncSettings, 'variables'>) {}

  add(entity: Entity): void {
    const pair = datasetPair(entity, this.settings);
    if (!pair || !isDatasetEntity(entity)) return;
    this.#pairs.set(stringifyEntityRef(entity), pair);
    const { columns } = entity.spec;
    if (!columns?.length) return;
    this.#columns.set(
      keyOf(pair),
      columns.map(({ name, type }) => ({ name, type })),
    );
  }

  /** The pair of a Dataset by its full entity ref. */
  pairOf(entityRef: string): LineageName | undefined {
    return this.#pairs.get(entityRef);
  }

  /** The columns of a dataset in their order, whatever the spelling of its name. */
  columnsOf(name: LineageName): readonly Column[] | undefined {
    return this.#columns.get(keyOf(name));
  }
}

function keyOf({ namespace, name }: LineageName): string {
  return JSON.stringify(normalisedName({ namespace, name }));
}
