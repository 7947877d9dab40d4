import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  CallOptions,
  DataJobsApi,
  DeploymentRef,
  StoredJar,
} from './DataJobsApi';
import { JobInput } from '../Job';

type Params = Record<string, string | number | boolean | string[] | undefined>;

/**
 * {@link DataJobsApi} over HTTP; works in the browser and in a back end.
 *
 * @public
 */
export class DataJobsClient implements DataJobsApi {
  constructor(
    private readonly deps: {
      discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      fetchApi?: { fetch: typeof fetch };
    },
  ) {}

  listJobs: DataJobsApi['listJobs'] = (query, options) =>
    this.get('/jobs', query as Params, options);

  jobFacets: DataJobsApi['jobFacets'] = options =>
    this.get('/job-facets', {}, options);

  getJob: DataJobsApi['getJob'] = (entityRef, options) =>
    this.get(jobPath(entityRef), {}, options);

  registerJob: DataJobsApi['registerJob'] = (input, options) =>
    this.send('POST', '/jobs', input, options);

  updateJob: DataJobsApi['updateJob'] = (entityRef, input, options) =>
    this.send('PUT', jobPath(entityRef), input, options);

  validateJob: DataJobsApi['validateJob'] = (input: JobInput, options) =>
    this.send('POST', '/validate', input, options);

  exportJob: DataJobsApi['exportJob'] = async (entityRef, options) =>
    (
      await this.request(`${jobPath(entityRef)}/entity.yaml`, {}, options)
    ).text();

  getResolvedJob: DataJobsApi['getResolvedJob'] = (
    { entityRef, ...query },
    options,
  ) => this.get(`${jobPath(entityRef)}/resolved`, query, options);

  compareResolvedJobs: DataJobsApi['compareResolvedJobs'] = (
    { entityRef, ...query },
    options,
  ) => this.get(`${jobPath(entityRef)}/comparison`, query, options);

  listVersions: DataJobsApi['listVersions'] = (entityRef, options) =>
    this.items(`${jobPath(entityRef)}/versions`, {}, options);

  requestOperation: DataJobsApi['requestOperation'] = (
    { entityRef, ...body },
    options,
  ) => this.send('POST', `${jobPath(entityRef)}/operations`, body, options);

  previewOperation: DataJobsApi['previewOperation'] = (
    { entityRef, ...body },
    options,
  ) =>
    this.send(
      'POST',
      `${jobPath(entityRef)}/operations/preview`,
      body,
      options,
    );

  listOperations: DataJobsApi['listOperations'] = (ref, options) =>
    this.items(`${jobPath(ref.entityRef)}/operations`, about(ref), options);

  getOperation: DataJobsApi['getOperation'] = (id, options) =>
    this.get(`/operations/${encodeURIComponent(id)}`, {}, options);

  previewBulk: DataJobsApi['previewBulk'] = (request, options) =>
    this.send('POST', '/operations/bulk/preview', request, options);

  requestBulk: DataJobsApi['requestBulk'] = (request, options) =>
    this.send('POST', '/operations/bulk', request, options);

  getBulk: DataJobsApi['getBulk'] = (id, options) =>
    this.get(`/operations/bulk/${encodeURIComponent(id)}`, {}, options);

  listRuns: DataJobsApi['listRuns'] = (ref, options) =>
    this.items(`${jobPath(ref.entityRef)}/runs`, about(ref), options);

  listSnapshots: DataJobsApi['listSnapshots'] = this.insight('snapshots');
  getExceptions: DataJobsApi['getExceptions'] = this.insight('exceptions');
  getCheckpointStats: DataJobsApi['getCheckpointStats'] =
    this.insight('checkpoints');
  getMetrics: DataJobsApi['getMetrics'] = this.insight('metrics');
  getMetricHistory: DataJobsApi['getMetricHistory'] = (
    { entityRef, ...query },
    options,
  ) => this.get(`${jobPath(entityRef)}/metrics/history`, query, options);
  getLog: DataJobsApi['getLog'] = ({ entityRef, ...query }, options) =>
    this.get(`${jobPath(entityRef)}/log`, query, options);
  listLogSources: DataJobsApi['listLogSources'] = this.insight('log-sources');
  listExceptionGroups: DataJobsApi['listExceptionGroups'] =
    this.insight('exception-groups');
  getPlan: DataJobsApi['getPlan'] = this.insight('plan');

  getSchedule: DataJobsApi['getSchedule'] = (ref, options) =>
    this.get(
      `${jobPath(ref.entityRef)}/schedule`,
      { environment: ref.environment, count: ref.count },
      options,
    );

  previewSchedule: DataJobsApi['previewSchedule'] = (schedule, options) =>
    this.get('/schedule-preview', schedule, options);

  listAlerts: DataJobsApi['listAlerts'] = (ref, options) =>
    this.get(`${jobPath(ref.entityRef)}/alerts`, about(ref), options);

  handOverJob: DataJobsApi['handOverJob'] = (entityRef, toGit, options) =>
    this.send('POST', `${jobPath(entityRef)}/hand-over`, { toGit }, options);

  listUnmanagedJobs: DataJobsApi['listUnmanagedJobs'] = (query, options) =>
    this.items('/unmanaged-jobs', { engine: query?.engine }, options);

  adoptJob: DataJobsApi['adoptJob'] = (input, options) =>
    this.send('POST', '/unmanaged-jobs/adopt', input, options);

  listEngines: DataJobsApi['listEngines'] = options =>
    this.items('/engines', {}, options);

  listJars: DataJobsApi['listJars'] = options =>
    this.items('/jars', {}, options);

  async uploadJar(
    file: Blob,
    fileName: string,
    options?: CallOptions,
  ): Promise<StoredJar> {
    const form = new FormData();
    form.append('jarfile', file, fileName);
    return (
      await this.request('/jars', { method: 'POST', body: form }, options)
    ).json();
  }

  private insight(what: string) {
    return (ref: DeploymentRef, options?: CallOptions) =>
      this.get<any>(`${jobPath(ref.entityRef)}/${what}`, about(ref), options);
  }

  private async items<T>(path: string, params: Params, options?: CallOptions) {
    return (await this.get<{ items: T[] }>(path, params, options)).items;
  }

  private async get<T>(path: string, params: Params, options?: CallOptions) {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(params)) {
      for (const one of [value].flat()) {
        if (one !== undefined && one !== '') search.append(key, String(one));
      }
    }
    const query = search.size ? `?${search}` : '';
    const response = await this.request(`${path}${query}`, {}, options);
    return (await response.json()) as T;
  }

  private async send<T>(
    method: string,
    path: string,
    body: unknown,
    options?: CallOptions,
  ) {
    const response = await this.request(
      path,
      {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      },
      options,
    );
    return (await response.json()) as T;
  }

  private async request(
    path: string,
    init: RequestInit,
    options?: CallOptions,
  ) {
    const base = await this.deps.discoveryApi.getBaseUrl('data-jobs');
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

function jobPath(entityRef: string): string {
  const { namespace, name } = parseEntityRef(entityRef, {
    defaultKind: 'DataJob',
    defaultNamespace: 'default',
  });
  return `/jobs/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

function about(ref: DeploymentRef & { limit?: number }): Params {
  return { environment: ref.environment, limit: ref.limit };
}
