import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DataJobDocument } from './DataJobDocument';
import { definitionFacts } from './definitionFacts';

/** What an index may hold of one text; longer ones are cut. */
const MOST_TEXT = 100_000;

/** A job as the search finds it. Never throws: what cannot be read is left out. */
export function jobDocument(entity: Entity): DataJobDocument {
  const { name, namespace = 'default', title, description } = entity.metadata;
  const spec = (entity.spec ?? {}) as Record<string, unknown>;
  const facts = definitionFacts(text(spec.type), spec.definition);
  const relation = (type: string) =>
    entity.relations?.find(one => one.type === type)?.targetRef;
  const path = [namespace, entity.kind, name].map(encodeURIComponent).join('/');
  return {
    title: title ?? name,
    text: [
      description,
      ...(entity.metadata.tags ?? []),
      facts.text,
      ...partsOf(facts.tables),
    ]
      .filter(Boolean)
      .join('\n')
      .slice(0, MOST_TEXT),
    location: `/catalog/${path}`.toLowerCase(),
    authorization: { resourceRef: stringifyEntityRef(entity) },
    entityRef: stringifyEntityRef(entity),
    tables: facts.tables.join(', '),
    connectors: facts.connectors.join(', '),
    jobType: text(spec.type),
    engine: text(spec.engine),
    owner: relation('ownedBy') ?? text(spec.owner),
    system: relation('partOf') ?? text(spec.system),
    lifecycle: text(spec.lifecycle),
    processing: text(spec.processing) || 'streaming',
  };
}

/** `shop.orders_large` is also found by `orders`. */
function partsOf(tables: string[]): string[] {
  return [
    ...new Set(
      tables.flatMap(table => {
        const parts = table.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
        return parts.length > 1 ? parts : [];
      }),
    ),
  ];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
