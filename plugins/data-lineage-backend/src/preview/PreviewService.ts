import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DataJobEntity,
  isDataJobEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import {
  changedColumns,
  ChangePreview,
  ChangeRequest,
  compareLineage,
  ImpactQuery,
  ImpactReport,
  Inference,
  InferenceRequest,
  inferJobEvent,
  lineageApprovePermission,
  LineageChange,
  LineageColumn,
  LineageName,
  NodeId,
  vanishedColumns,
} from '@datalark/backstage-plugin-data-lineage-common';
import { fullRef } from '../catalog/entityLinks';
import { JobEnvironment, jobEnvironments } from '../catalog/jobEnvironments';
import { SyncSettings } from '../catalog/SyncSettings';
import { Caller } from '../service/Caller';
import { ReviewRule } from '../review/ReviewRule';
import { Consequence, reviewOf } from '../review/reviewOf';
import { GraphReader } from './GraphReader';
import { previewGraph } from './previewGraph';

/** Datasets whose consequences one preview asks for. */
const MOST_IMPACTS = 50;

/** Tells what a definition would change before anything runs. */
export class PreviewService {
  constructor(
    private readonly deps: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
      graph: GraphReader;
      settings: SyncSettings;
      rules: readonly ReviewRule[];
    },
  ) {}

  /**
   * What a definition would read and write, against the one that the catalog has
   * of its job now. Rejects with `NotFoundError` when who asks has no such job.
   */
  async preview(
    caller: Caller,
    request: ChangeRequest,
  ): Promise<ChangePreview> {
    const { credentials } = caller;
    const entity = await this.#job(credentials, request);
    const asOf = new Date().toISOString();
    const now = this.#present(entity);
    const { before, after } = await this.#inferences(caller, [
      this.#before(request, entity, now, asOf),
      {
        job: now.job,
        definition: request.definition,
        processing: entity?.spec.processing,
        variables: { ...now.variables, ...request.variables },
        eventTime: asOf,
      },
    ]);
    const change = compareLineage(now.job, before?.event, after.event);
    const known = await this.deps.graph.describe(caller, [
      ...[...change.datasets.values()].map(name => ({
        type: 'dataset' as const,
        ...name,
      })),
      { type: 'job', ...now.job },
    ]);
    const graph = previewGraph({ change, known, job: now.job, entity, asOf });
    const { seen, unseen } = await this.#impact(caller, change);
    return {
      graph,
      added: graph.columnLinks!.filter(link => link.change === 'added'),
      removed: graph.columnLinks!.filter(link => link.change === 'removed'),
      problems: [...after.problems, ...unknownDefinition(request, after)],
      impact: seen.map(({ report }) => report),
      review: reviewOf(this.deps.rules, {
        owner: entity && fullRef(entity, 'owner', 'Group'),
        vanished: vanishedColumns(change, after.event),
        changed: changedColumns(change),
        datasets: change.datasets,
        impact: [...seen, ...unseen],
        mayApprove: await this.#mayApprove(credentials, request.entityRef),
      }),
    };
  }

  async #job(
    credentials: BackstageCredentials,
    { entityRef, before }: ChangeRequest,
  ): Promise<DataJobEntity | undefined> {
    if (entityRef === undefined) return undefined;
    const entity = await this.deps.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    // Who knows what runs need not wait until the catalog has the job.
    if (!entity && before) return undefined;
    if (!entity) {
      throw new NotFoundError(
        `There is no ${entityRef} in the catalog, or you may not see it; leave entityRef out for a new job.`,
      );
    }
    if (!isDataJobEntity(entity)) {
      throw new InputError(`entityRef: ${entityRef} is no DataJob.`);
    }
    return entity;
  }

  /** The job in its first environment: definitions do not differ between them. */
  #present(entity: DataJobEntity | undefined): JobEnvironment {
    const { settings } = this.deps;
    if (entity) return jobEnvironments(entity, settings)[0];
    return {
      environment: 'default',
      job: { namespace: settings.jobNamespace, name: '(new job)' },
      variables: settings.variables,
    };
  }

  /** Of what runs now, if somebody says; else of what the catalog has. */
  #before(
    { before }: ChangeRequest,
    entity: DataJobEntity | undefined,
    { job, variables }: JobEnvironment,
    eventTime: string,
  ): InferenceRequest | undefined {
    if (!before && !entity) return undefined;
    return {
      job,
      definition: before?.definition ?? {
        ...(entity!.spec.definition as object),
        type: entity!.spec.type,
      },
      processing: entity?.spec.processing,
      variables: { ...variables, ...before?.variables },
      eventTime,
    };
  }

  /** Both with the columns of datasets that the definitions do not tell and the graph knows. */
  async #inferences(
    caller: Caller,
    [old, now]: [InferenceRequest | undefined, InferenceRequest],
  ): Promise<{ before?: Inference; after: Inference }> {
    const asked = new Map<string, LineageName>();
    const columns = new Map<string, readonly LineageColumn[] | undefined>();
    const columnsOf = (name: LineageName) => {
      const key = JSON.stringify([name.namespace, name.name]);
      if (!columns.has(key)) asked.set(key, name);
      return columns.get(key);
    };
    const infer = () => ({
      before: old && inferJobEvent({ ...old, columnsOf }),
      after: inferJobEvent({ ...now, columnsOf }),
    });
    const first = infer();
    if (asked.size === 0) return first;
    const names = [...asked];
    const told = await this.deps.graph.columns(
      caller,
      names.map(([, name]) => name),
    );
    if (!told.some(Boolean)) return first;
    names.forEach(([key], index) => columns.set(key, told[index]));
    return infer();
  }

  /**
   * What depends on the change. Rules hold for everybody, so they count also what
   * depends on a dataset that who asks may not see.
   */
  async #impact(
    caller: Caller,
    change: LineageChange,
  ): Promise<{ seen: Consequence[]; unseen: Consequence[] }> {
    const columns = changedColumns(change);
    const asked = new Map<NodeId, string[] | undefined>(columns);
    for (const { from, to, change: what } of change.edges) {
      // A dataset that is not written any more, and whose columns are unknown.
      const isLost = what === 'removed' && from === change.job;
      if (isLost && !columns.has(to)) asked.set(to, undefined);
    }
    const seen: Consequence[] = [];
    const unseen: Consequence[] = [];
    for (const [node, names] of [...asked].slice(0, MOST_IMPACTS)) {
      const query = { node, ...(names && { columns: names }) };
      const report = await this.#report(caller, query);
      if (report) {
        seen.push({ node, report });
      } else if (this.deps.rules.length) {
        const credentials = await this.deps.auth.getOwnServiceCredentials();
        const hidden = await this.#report({ ...caller, credentials }, query);
        if (hidden) unseen.push({ node, report: hidden, isUnseen: true });
      }
    }
    return { seen, unseen };
  }

  /** Undefined: the graph does not know it, or it may not be seen. */
  async #report(
    caller: Caller,
    query: ImpactQuery,
  ): Promise<ImpactReport | undefined> {
    try {
      return await this.deps.graph.impact(caller, query);
    } catch (error) {
      const { name } = error as Error;
      if (name !== 'NotFoundError' && name !== 'NotAllowedError') throw error;
      return undefined;
    }
  }

  async #mayApprove(
    credentials: BackstageCredentials,
    entityRef: string | undefined,
  ): Promise<boolean> {
    if (!entityRef || !this.deps.rules.length) return false;
    const [decision] = await this.deps.permissions.authorize(
      [{ permission: lineageApprovePermission, resourceRef: entityRef }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }
}

function unknownDefinition(
  { definition }: ChangeRequest,
  { event }: Inference,
): ChangePreview['problems'] {
  if (event) return [];
  return [
    {
      severity: 'warning',
      message: `Nobody can see from outside what a ${definition.type} reads and writes: its spec.reads and spec.writes count.`,
    },
  ];
}
