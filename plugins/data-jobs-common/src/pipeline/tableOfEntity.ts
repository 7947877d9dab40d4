import { Entity } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  DataSourceEntity,
  isDataSourceEntity,
  isDatasetEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import { TableRole, connectionOptions, isBounded } from './connectionOptions';
import { FlinkColumn, FlinkTable } from './FlinkTable';

/** A side of a pipeline as the form of the template gives it. @public */
export type EntitySide = {
  /** A Dataset, or a DataSource with `table` and `columns`. */
  ref: string;
  /** Topic, table or path, when `ref` is a DataSource. */
  table?: string;
  /** Columns, when the entity names none. */
  columns?: FlinkColumn[];
  /** Format of topics and files. */
  format?: string;
};

/** A table, whether reading it ends, and the Dataset behind it. @public */
export type ResolvedTable = {
  table: FlinkTable;
  bounded: boolean;
  datasetRef?: string;
};

/** Turns entities into a table that Flink SQL can create. @public */
export async function tableOfEntity(
  side: EntitySide,
  options: {
    role: TableRole;
    jobName: string;
    /** Answers `undefined` for what is not there, or not to be seen. */
    getEntity(ref: string): Promise<Entity | undefined>;
    /** For a sink without columns of its own. */
    fallbackColumns?: FlinkColumn[];
  },
): Promise<ResolvedTable> {
  const { role, jobName, getEntity } = options;
  const find = async (ref: string) => {
    const found = await getEntity(ref);
    if (!found) {
      throw new NotFoundError(
        `There is no ${ref} in the catalog, or you may not see it.`,
      );
    }
    return found;
  };
  const entity = await find(side.ref);
  const dataset = isDatasetEntity(entity) ? entity : undefined;
  if (dataset && !dataset.spec.source) {
    throw new InputError(
      `${side.ref} names no data source (spec.source), so a job cannot reach it.`,
    );
  }
  const source: Entity = dataset ? await find(dataset.spec.source!) : entity;
  if (!isDataSourceEntity(source)) {
    throw new InputError(`${side.ref} is neither a Dataset nor a DataSource.`);
  }
  const name = dataset?.spec.dataset.name ?? side.table?.trim();
  if (!name) {
    throw new InputError(
      `Name the topic, table or path to use in ${side.ref}, or pick a Dataset.`,
    );
  }
  const columns = firstFilled(
    side.columns,
    dataset?.spec.columns?.map(({ name: column, type, primaryKey }) => ({
      name: column,
      type,
      ...(primaryKey ? { primaryKey } : {}),
    })),
    options.fallbackColumns?.map(({ name: column, type }) => ({
      name: column,
      type,
    })),
  );
  return {
    table: {
      name: tableName(dataset?.metadata.name ?? name),
      columns: keysWhereTheyCount(columns, source, role),
      options: connectionOptions(source, {
        role,
        jobName,
        dataset: name,
        format: side.format || undefined,
      }),
    },
    bounded: isBounded(source),
    ...(dataset ? { datasetRef: side.ref } : {}),
  };
}

/** A key makes a sink update rows; only databases can. */
function keysWhereTheyCount(
  columns: FlinkColumn[],
  source: DataSourceEntity,
  role: TableRole,
): FlinkColumn[] {
  const counts =
    role === 'sink' && !['kafka', 'filesystem'].includes(source.spec.type);
  return counts ? columns : columns.map(({ name, type }) => ({ name, type }));
}

function firstFilled(
  ...candidates: Array<FlinkColumn[] | undefined>
): FlinkColumn[] {
  return candidates.find(each => each && each.length > 0) ?? [];
}

function tableName(text: string): string {
  return text.replace(/\W+/g, '_').replace(/^_+|_+$/g, '') || 'data';
}
