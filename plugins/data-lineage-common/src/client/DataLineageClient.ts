import { ResponseError } from '@backstage/errors';
import { BatchAnswer } from '../IngestAnswer';
import { DataLineageApi, LineageCallOptions } from './DataLineageApi';

type Params = Record<string, string | number | boolean | string[] | undefined>;

/**
 * {@link DataLineageApi} over HTTP; works in the browser and in a back end.
 *
 * @public
 */
export class DataLineageClient implements DataLineageApi {
  constructor(
    private readonly deps: {
      discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      fetchApi?: { fetch: typeof fetch };
    },
  ) {}

  getGraph: DataLineageApi['getGraph'] = (query, options) =>
    this.get('/graph', query, options);

  getColumn: DataLineageApi['getColumn'] = (query, options) =>
    this.get('/column', query, options);

  getDiff: DataLineageApi['getDiff'] = (query, options) =>
    this.get('/diff', query, options);

  getPath: DataLineageApi['getPath'] = (query, options) =>
    this.get('/path', query, options);

  getTimes: DataLineageApi['getTimes'] = (query, options) =>
    this.items('/times', query, options);

  search: DataLineageApi['search'] = (query, options) =>
    this.get('/search', query, options);

  nodesOfEntity: DataLineageApi['nodesOfEntity'] = (entityRef, options) =>
    this.items('/nodes', { entityRef }, options);

  getImpact: DataLineageApi['getImpact'] = (query, options) =>
    this.get('/impact', query, options);

  notifyOwners: DataLineageApi['notifyOwners'] = (body, options) =>
    this.send('/impact/notify', body, options);

  previewChange: DataLineageApi['previewChange'] = (body, options) =>
    this.send('/preview', body, options);

  listDrift: DataLineageApi['listDrift'] = (query, options) =>
    this.get('/drift', query, options);

  driftAsYaml: DataLineageApi['driftAsYaml'] = (id, options) =>
    this.text(`/drift/${encodeURIComponent(id)}/entity`, {}, options);

  exportEvents: DataLineageApi['exportEvents'] = (query, options) =>
    this.text('/export', query, options);

  listAliases: DataLineageApi['listAliases'] = options =>
    this.items('/aliases', {}, options);

  addAlias: DataLineageApi['addAlias'] = (alias, options) =>
    this.send('/aliases', alias, options);

  removeAlias: DataLineageApi['removeAlias'] = async (
    { namespace, name },
    options,
  ) => {
    const path = withQuery('/aliases', { namespace, name });
    await this.request(path, { method: 'DELETE' }, options);
  };

  /** Sends OpenLineage events, for back ends that are producers. */
  postEvents = (
    events: readonly object[],
    options?: LineageCallOptions,
  ): Promise<BatchAnswer> => this.send('/v1/lineage/batch', events, options);

  private async items<T>(
    path: string,
    params: Params,
    options?: LineageCallOptions,
  ) {
    return (await this.get<{ items: T[] }>(path, params, options)).items;
  }

  private async get<T>(
    path: string,
    params: Params,
    options?: LineageCallOptions,
  ) {
    const response = await this.request(withQuery(path, params), {}, options);
    return (await response.json()) as T;
  }

  private async text(
    path: string,
    params: Params,
    options?: LineageCallOptions,
  ) {
    return (await this.request(withQuery(path, params), {}, options)).text();
  }

  private async send<T>(
    path: string,
    body: unknown,
    options?: LineageCallOptions,
  ) {
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    return (await (await this.request(path, init, options)).json()) as T;
  }

  private async request(
    path: string,
    init: RequestInit,
    options?: LineageCallOptions,
  ) {
    const base = await this.deps.discoveryApi.getBaseUrl('data-lineage');
    const headers = new Headers(init.headers);
    if (options?.token) headers.set('Authorization', `Bearer ${options.token}`);
    const doFetch = this.deps.fetchApi?.fetch ?? fetch;
    const response = await doFetch(`${base}${path}`, {
      ...init,
      headers,
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response as any);
    }
    return response;
  }
}

function withQuery(path: string, params: Params): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== undefined) search.append(key, String(one));
    }
  }
  return search.size ? `${path}?${search}` : path;
}
