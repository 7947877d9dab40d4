import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { nameOf } from '@datalark/backstage-plugin-data-entities-node';
import {
  Alias,
  lineageCuratePermission,
  lineageEventReadPermission,
  LineageName,
  nodeId,
  Origin,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { wellFormed } from '@datalark/openlineage';
import { LONGEST_NAME, NodeName } from '../database/NodeStore';
import { Stores } from '../database/Stores';
import { Deriver } from '../derive/Deriver';
import { GraphWriter } from '../derive/GraphWriter';
import { audited } from './audited';
import { Authorizer, Visibility } from './Authorizer';
import { Caller } from './Caller';
import { GraphDeps } from './GraphService';

/** A raw event, with how it came in. */
export type RawEventItem = {
  origin: Origin;
  source: string;
  receivedAt: string;
  sentBy?: string;
  /** Why the graph is without it. */
  problem?: string;
  event: unknown;
};

/** Tables that follow from raw events; statements may stay as they are. */
const DERIVED = [
  'edges',
  'column_edges',
  'influences',
  'runs',
  'scopes',
  'schemas',
  'symlinks',
  'symlink_facets',
  'drops',
  'renames',
  'lives',
] as const;

/** What people put right: aliases, and the graph as a whole. */
export class CurationService {
  constructor(
    private readonly deps: {
      stores: Stores;
      authorizer: Authorizer;
      auditor: AuditorService;
      writer: GraphWriter;
      deriver: Deriver;
      graph: Pick<GraphDeps, 'nodes'>;
    },
  ) {}

  /** Newest first, as far as both names may be seen. */
  async aliases(caller: Caller): Promise<Alias[]> {
    const { stores, authorizer } = this.deps;
    const rows = await stores
      .knex('aliases as a')
      .join('nodes as n', 'n.id', 'a.node_id')
      .join('nodes as t', 't.id', 'a.target_id')
      .orderBy('a.created_at', 'desc')
      .select(
        'n.namespace',
        'n.name',
        'n.canonical_id',
        't.namespace as target_namespace',
        't.name as target_name',
        'a.created_by',
        'a.created_at',
      );
    const visibility = await authorizer.visibility(caller);
    const seen = await this.#seen(
      visibility,
      rows.map(row => row.canonical_id),
    );
    return rows
      .filter(row => seen.has(row.canonical_id))
      .map(row => ({
        name: { namespace: row.namespace, name: row.name },
        target: { namespace: row.target_namespace, name: row.target_name },
        createdBy: row.created_by,
        createdAt: new Date(Number(row.created_at)).toISOString(),
      }));
  }

  async addAlias(
    caller: Caller,
    alias: { name: LineageName; target: LineageName },
  ): Promise<Alias> {
    const { stores, authorizer, auditor } = this.deps;
    await authorizer.require(caller, lineageCuratePermission);
    const name = dataset(alias.name, 'name');
    const target = dataset(alias.target, 'target');
    const created = {
      name: alias.name,
      target: alias.target,
      createdBy: nameOf(caller),
      createdAt: new Date().toISOString(),
    };
    const meta = {
      name: nodeId('dataset', name),
      target: nodeId('dataset', target),
    };
    return audited(auditor, caller, 'alias-create', meta, async () => {
      await this.#change(async trx => {
        const idOf = await stores.nodes.ensure([name, target], trx);
        const [node, other] = [idOf(name), idOf(target)];
        const present = await trx('aliases')
          .where({ node_id: node })
          .orWhere({ node_id: other, target_id: node })
          .first();
        if (node === other || present) {
          throw new ConflictError(
            node === other
              ? 'Both are spellings of one name already.'
              : `${alias.name.namespace} ${alias.name.name} has an alias already, or is the target of this one; remove that first.`,
          );
        }
        await trx('aliases').insert({
          node_id: node,
          target_id: other,
          created_by: created.createdBy,
          created_at: Date.parse(created.createdAt),
        });
        return [node, other];
      });
      return created;
    });
  }

  async removeAlias(caller: Caller, given: LineageName): Promise<void> {
    const { stores, authorizer, auditor } = this.deps;
    await authorizer.require(caller, lineageCuratePermission);
    const name = dataset(given, 'name');
    const meta = { name: nodeId('dataset', name) };
    await audited(auditor, caller, 'alias-delete', meta, () =>
      this.#change(async trx => {
        const idOf = await stores.nodes.ensure([name], trx);
        const row = await trx('aliases')
          .where({ node_id: idOf(name) })
          .first();
        if (!row) {
          throw new NotFoundError(
            `${given.namespace} ${given.name} is no alias.`,
          );
        }
        await trx('aliases').where({ node_id: row.node_id }).delete();
        return [row.node_id, row.target_id];
      }),
    );
  }

  /** Raw events as they came in, newest first. */
  async events(
    caller: Caller,
    query: { limit?: number; cursor?: number },
  ): Promise<{ items: RawEventItem[]; nextCursor?: string }> {
    const { stores, authorizer } = this.deps;
    await authorizer.require(caller, lineageEventReadPermission);
    const limit = query.limit ?? 50;
    const page = await stores.events.page(limit, query.cursor);
    return {
      items: page.map(
        ({ origin, source, receivedAt, sentBy, problem, body }) => ({
          origin: ORIGINS[origin],
          source,
          receivedAt: new Date(receivedAt).toISOString(),
          ...(sentBy && { sentBy }),
          ...(problem && { problem }),
          event: JSON.parse(body()),
        }),
      ),
      ...(page.length === limit && { nextCursor: String(page.at(-1)!.seq) }),
    };
  }

  /**
   * Forgets the graph and makes it again of the raw events there are; until all
   * are through it is a part. Names, aliases and entities stay.
   */
  async rebuild(caller: Caller): Promise<{ pending: number }> {
    const { stores, authorizer, auditor, writer, deriver } = this.deps;
    await authorizer.require(caller, lineageCuratePermission);
    return audited(auditor, caller, 'graph-rebuild', {}, async () => {
      await stores.knex.transaction(async trx => {
        await trx('locks').where({ name: 'derive' }).forUpdate().first();
        await trx('locks').where({ name: 'derive' }).increment('generation', 1);
        for (const table of DERIVED) await trx(table).delete();
        await trx('nodes').update({ canonical_id: trx.ref('id') });
        const aliased = await trx('aliases').select('node_id', 'target_id');
        await stores.names.relead(
          aliased.flatMap(row => [row.node_id, row.target_id]),
          trx,
        );
        await stores.events.deriveAllAgain(trx);
      });
      writer.forget();
      const pending = await stores.events.countPending();
      deriver.kick();
      return { pending };
    });
  }

  async #change(
    act: (trx: Stores['knex']) => Promise<number[]>,
  ): Promise<void> {
    const { stores, writer } = this.deps;
    try {
      await stores.knex.transaction(async trx => {
        await trx('locks').where({ name: 'derive' }).forUpdate().first();
        const changed = await act(trx);
        await writer.redraw(await stores.names.relead(changed, trx), trx);
      });
    } catch (error) {
      writer.forget();
      throw error;
    }
  }

  async #seen(
    visibility: Visibility,
    ids: readonly number[],
  ): Promise<Set<number>> {
    const facts = await this.deps.graph.nodes.read([...new Set(ids)]);
    const visible = await visibility.visible([...facts.values()]);
    return new Set([...visible].map(({ key }) => key));
  }
}

function dataset({ namespace, name }: LineageName, field: string): NodeName {
  if (name === '' || name.length > LONGEST_NAME || name.includes('\0')) {
    throw new InputError(
      `${field}.name: give the name of a dataset, of at most ${LONGEST_NAME} characters.`,
    );
  }
  return {
    type: 'dataset',
    namespace: wellFormed(namespace),
    name: wellFormed(name),
  };
}
