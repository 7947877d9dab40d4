import { nodeId } from '@datalark/backstage-plugin-data-lineage-common';
import { DatabaseKind } from '@datalark/backend-test-kit';
import request from 'supertest';
import { Databases } from './Databases';
import { SHOP, table } from './flowEvents';
import { startPortal } from './startPortal';

export const base = '/api/data-lineage';

/** The node of one of the tables of `SHOP`. */
export const datasetNode = (name: string) => nodeId('dataset', table(name));

/** Parameters as they are written behind a path. */
export function queryText(params: Record<string, string | string[]>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of [value].flat()) search.append(key, one);
  }
  return search.toString();
}

/** A portal on an empty database, to which the events of `SHOP` were sent. */
export async function shopOverHttp(databases: Databases, kind: DatabaseKind) {
  const { server } = await startPortal({
    database: await databases.empty(kind),
  });
  const api = request(server);
  for (const event of SHOP) {
    const taken = await api.post(`${base}/v1/lineage`).send(event);
    expect(taken.body).toEqual({ status: 'success' });
    expect(taken.status).toBe(201);
  }
  return api;
}
