import type { CatalogDatasetFacet, SchemaDatasetFacet } from '../generated';
import type { DatasetName, DatasetSymlink } from '../naming/DatasetName';
import { isObject } from '../validate/checkSchema';
import type { DatasetFacts } from './EventLineage';
import { byCode, inOrder, nameKey } from './inOrder';
import { deletedFacets, ownersOf, textOf } from './facetFields';

/** What the facets of a dataset say of it. */
export function datasetFacts(
  dataset: DatasetName & { facets?: unknown },
): DatasetFacts {
  const { namespace, name } = dataset;
  const facets = isObject(dataset.facets) ? dataset.facets : {};
  const of = (key: string) => {
    const facet = Object.hasOwn(facets, key) ? facets[key] : undefined;
    return isObject(facet) && facet._deleted !== true ? facet : undefined;
  };
  const deleted = deletedFacets(facets);
  const facts: DatasetFacts = { namespace, name };
  const schema = of('schema')?.fields;
  if (Array.isArray(schema))
    facts.schema = schema as SchemaDatasetFacet['fields'];
  const symlinks = of('symlinks')?.identifiers;
  if (Array.isArray(symlinks)) {
    facts.symlinks = inOrder(
      symlinks as DatasetSymlink[],
      link => `${nameKey(link)}${link.type}`,
    );
  }
  const owners = ownersOf(of('ownership'));
  if (owners) facts.owners = owners;
  const source = of('dataSource');
  if (source)
    facts.source = { ...textOf(source, 'name'), ...textOf(source, 'uri') };
  const lifecycle = of('lifecycleStateChange');
  if (lifecycle && typeof lifecycle.lifecycleStateChange === 'string') {
    const previous = lifecycle.previousIdentifier;
    facts.lifecycle = {
      change: lifecycle.lifecycleStateChange,
      ...(isObject(previous) && {
        previous: {
          namespace: String(previous.namespace),
          name: String(previous.name),
        },
      }),
    };
  }
  const description = of('documentation')?.description;
  if (typeof description === 'string' && description !== '')
    facts.description = description;
  const version = of('version')?.datasetVersion;
  if (typeof version === 'string') facts.version = version;
  const catalog = of('catalog');
  if (catalog) facts.catalog = catalog as CatalogDatasetFacet;
  if (deleted.length > 0) facts.deletedFacets = deleted;
  const names = Object.keys(facets).filter(key => !deleted.includes(key));
  if (names.length > 0) facts.facetNames = names.sort(byCode);
  return facts;
}

/** A dataset that is named several times: what any of them says. */
export function mergedFacts(all: readonly DatasetFacts[]): DatasetFacts[] {
  const byName = new Map<string, DatasetFacts[]>();
  for (const facts of all) {
    byName.set(nameKey(facts), [...(byName.get(nameKey(facts)) ?? []), facts]);
  }
  const merged = [...byName.values()].map(list =>
    list
      .map(facts => ({ facts, text: JSON.stringify(facts) }))
      .sort((a, b) => byCode(a.text, b.text))
      .map(({ facts }) => facts)
      .reduce((a, b) => ({
        ...a,
        ...b,
        ...(a.facetNames &&
          b.facetNames && {
            facetNames: [...new Set([...a.facetNames, ...b.facetNames])].sort(
              byCode,
            ),
          }),
        ...(a.symlinks &&
          b.symlinks && {
            symlinks: inOrder(
              [...a.symlinks, ...b.symlinks],
              link => `${nameKey(link)}${link.type}`,
            ),
          }),
      })),
  );
  return inOrder(merged, nameKey);
}
