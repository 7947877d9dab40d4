import { EngineInfo } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';

/** What an engine was last seen to be. */
export type StoredEngine = {
  name: string;
  reachable: 'yes' | 'no';
  since: string;
  observedAt: string;
  /** Last known; kept while out of reach. */
  info?: EngineInfo;
  problems: Array<{ message: string; remedy?: string }>;
};

/** Last observations of engines. */
export class EngineStore {
  constructor(private readonly knex: Knex) {}

  async list(): Promise<StoredEngine[]> {
    return (await this.knex('engines')).map(fromRow);
  }

  async get(name: string): Promise<StoredEngine | undefined> {
    const row = await this.knex('engines').where({ name }).first();
    return row && fromRow(row);
  }

  async save(engine: StoredEngine): Promise<void> {
    const row = {
      name: engine.name,
      reachable: engine.reachable,
      since: engine.since,
      observed_at: engine.observedAt,
      info: engine.info ? JSON.stringify(engine.info) : null,
      problems: JSON.stringify(engine.problems),
    };
    await this.knex('engines').insert(row).onConflict('name').merge();
  }
}

function fromRow(row: any): StoredEngine {
  return {
    name: row.name,
    reachable: row.reachable,
    since: row.since,
    observedAt: row.observed_at,
    info: row.info ? JSON.parse(row.info) : undefined,
    problems: JSON.parse(row.problems),
  };
}
