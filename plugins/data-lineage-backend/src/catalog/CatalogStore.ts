import { Origin } from '@datalark/backstage-plugin-data-lineage-common';
import { Knex } from 'knex';
import { hashOf } from '../database/hashOf';
import { insertRows, isAnyOf, onConflictUpdate } from '../database/manyRows';
import { NodeName } from '../database/NodeStore';

/** An entity as it was when it was last read. */
export type KnownEntity = { kind: string; digest: string };

/** An event that an entity has made, without the event itself. */
export type SentStatement = {
  entityRef: string;
  origin: Origin;
  source: string;
  subject: NodeName;
  /** Of the event without its time. */
  hash: string;
};

/** Identifies what a statement replaces. */
export function statementKey({
  entityRef,
  origin,
  source,
  subject,
}: Omit<SentStatement, 'hash'>): string {
  const { type, namespace, name } = subject;
  return hashOf(
    JSON.stringify([entityRef, origin, source, type, namespace, name]),
  );
}

/** What the catalog sync has taken over. */
export class CatalogStore {
  constructor(private readonly knex: Knex) {}

  async entities(): Promise<Map<string, KnownEntity>> {
    const rows = await this.knex('catalog_entities').select();
    return new Map(
      rows.map(({ entity_ref, kind, digest }) => [
        entity_ref,
        { kind, digest },
      ]),
    );
  }

  async saveEntities(
    entities: ReadonlyMap<string, KnownEntity>,
  ): Promise<void> {
    await insertRows(
      this.knex,
      'catalog_entities',
      { entity_ref: 'text', kind: 'text', digest: 'text' },
      [...entities].map(([ref, { kind, digest }]) => ({
        entity_ref: ref,
        kind,
        digest,
      })),
      onConflictUpdate(['entity_ref'], ['kind', 'digest']),
    );
  }

  async forgetEntities(refs: readonly string[]): Promise<void> {
    await this.knex('catalog_entities')
      .where(isAnyOf(this.knex, 'entity_ref', refs))
      .delete();
  }

  async statementsOf(refs: readonly string[]): Promise<SentStatement[]> {
    const rows = await this.knex('catalog_statements')
      .where(isAnyOf(this.knex, 'entity_ref', refs))
      .select();
    return rows.map(row => ({
      entityRef: row.entity_ref,
      origin: row.origin,
      source: row.source,
      subject: {
        type: row.subject_type,
        namespace: row.namespace,
        name: row.name,
      },
      hash: row.hash,
    }));
  }

  async saveStatements(statements: readonly SentStatement[]): Promise<void> {
    await insertRows(
      this.knex,
      'catalog_statements',
      {
        key: 'text',
        entity_ref: 'text',
        origin: 'text',
        source: 'text',
        subject_type: 'text',
        namespace: 'text',
        name: 'text',
        hash: 'text',
      },
      statements.map(one => ({
        key: statementKey(one),
        entity_ref: one.entityRef,
        origin: one.origin,
        source: one.source,
        subject_type: one.subject.type,
        namespace: one.subject.namespace,
        name: one.subject.name,
        hash: one.hash,
      })),
      onConflictUpdate(['key'], ['hash']),
    );
  }

  async forgetStatements(statements: readonly SentStatement[]): Promise<void> {
    await this.knex('catalog_statements')
      .where(isAnyOf(this.knex, 'key', statements.map(statementKey)))
      .delete();
  }
}
