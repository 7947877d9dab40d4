import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { TableColumn } from '@backstage/core-components';
import { CatalogTable, CatalogTableRow } from '@backstage/plugin-catalog';
import { EntityListContextProps } from '@backstage/plugin-catalog-react';
import { isDataEntity } from '@datalark/backstage-plugin-data-entities-common';
import { dataEntitiesTranslationRef } from '../../translation';
import { EntityRefs } from '../EntityRefs';

type Column = TableColumn<CatalogTableRow>;

/**
 * The table breaks words, and Chinese at every character, when there is little
 * room. A column gets styles of its own, because the table writes into them.
 */
const wholeWords = () => ({
  width: 'auto',
  cellStyle: { wordBreak: 'normal' as const },
  headerStyle: { wordBreak: 'keep-all' as const },
});

/** Make room; tags are among the filters. */
const LEFT_OUT = ['entity.metadata.description', 'entity.metadata.tags'];

/** A field of `spec`; of a list, the number of its items. */
type Shown = {
  title:
    | `dataJob.${'engine' | 'state'}`
    | 'dataSource.environment'
    | `dataset.${'source' | 'columns'}`
    | `lineage.${'job' | 'origin' | 'status'}`
    | `quality.${'target' | 'checks'}`;
  path: string;
  /** What it is where the entity is silent. */
  otherwise?: string;
  /** The value refers to entities of this kind. */
  refersTo?: string;
};

const FIELDS: Record<string, Shown[] | undefined> = {
  datajob: [
    { title: 'dataJob.engine', path: 'engine' },
    { title: 'dataJob.state', path: 'state', otherwise: 'running' },
  ],
  datasource: [{ title: 'dataSource.environment', path: 'environment' }],
  dataset: [
    { title: 'dataset.source', path: 'source', refersTo: 'datasource' },
    { title: 'dataset.columns', path: 'columns' },
  ],
  lineage: [
    { title: 'lineage.job', path: 'job.ref', refersTo: 'datajob' },
    { title: 'lineage.origin', path: 'origin', otherwise: 'declared' },
    { title: 'lineage.status', path: 'status', otherwise: 'proposed' },
  ],
  quality: [
    { title: 'quality.target', path: 'target', refersTo: 'dataset' },
    { title: 'quality.checks', path: 'checks' },
  ],
};

/**
 * What the catalog's index shows of a kind: for a data kind its own fields too, for any other what it shows anyway.
 *
 * @public
 */
export function dataKindColumns(
  list: EntityListContextProps,
): TableColumn<CatalogTableRow>[] {
  const usual = CatalogTable.defaultColumnsFunc(list);
  const own =
    FIELDS[list.entities.find(isDataEntity)?.kind.toLowerCase() ?? ''];
  if (!own) return usual;
  return usual
    .filter(({ field }) => !LEFT_OUT.includes(String(field)))
    .flatMap(each => {
      if (each.field === 'resolved.entityRef')
        return [{ ...each, ...wholeWords(), width: '25%' }];
      const narrow = { ...each, ...wholeWords() };
      return each.field === 'entity.spec.type'
        ? [narrow, ...own.map(column)]
        : [narrow];
    });
}

function column(shown: Shown): Column {
  const { title, path, refersTo } = shown;
  return {
    title: <Title text={title} />,
    field: `entity.spec.${path}`,
    ...wholeWords(),
    customFilterAndSearch: (query, { entity }) =>
      textOf(entity, shown).toLowerCase().includes(String(query).toLowerCase()),
    customSort: (one, other) =>
      textOf(one.entity, shown).localeCompare(
        textOf(other.entity, shown),
        undefined,
        { numeric: true },
      ),
    render: ({ entity }) => {
      const text = textOf(entity, shown);
      return refersTo && text ? (
        <EntityRefs refs={[text]} of={entity} defaultKind={refersTo} />
      ) : (
        text
      );
    },
  };
}

function Title({ text }: { text: Shown['title'] }) {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  return <>{t(text)}</>;
}

function textOf(entity: Entity, { path, otherwise }: Shown): string {
  // Somebody else's kind of the same name has other fields.
  if (!isDataEntity(entity)) return '';
  const value = path
    .split('.')
    .reduce<any>((object, key) => object?.[key], entity.spec);
  return String(
    (Array.isArray(value) ? value.length : value) ?? otherwise ?? '',
  );
}
