import { HttpAuthService } from '@backstage/backend-plugin-api';
import { jobRef } from '../definition/jobOwner';
import { Stores } from '../database/Stores';
import { AdoptService } from '../adopt/AdoptService';
import { JarFiles } from '../jars/JarFiles';
import { AlertsService } from '../service/AlertsService';
import { BulkService } from '../service/BulkService';
import { Caller } from '../service/Caller';
import { EnginesService } from '../service/EnginesService';
import { InsightService } from '../service/InsightService';
import { JarService } from '../service/JarService';
import { ScheduleService } from '../schedules/ScheduleService';
import { JobsService } from '../service/JobsService';
import { MetricHistoryService } from '../service/MetricHistoryService';
import { ResolutionService } from '../service/ResolutionService';
import { OperationsService } from '../service/OperationsService';
import type { Request } from 'express';

/** What the routes need. */
export type RouterDeps = {
  httpAuth: HttpAuthService;
  stores: Stores;
  jobs: JobsService;
  operations: OperationsService;
  bulk: BulkService;
  insights: InsightService;
  metricHistory: MetricHistoryService;
  alerts: AlertsService;
  engines: EnginesService;
  schedules: ScheduleService;
  adopt: AdoptService;
  resolutions: ResolutionService;
  jars: JarService;
  jarFiles: JarFiles;
};

type AnyRequest = Request<any, any, any, any, any>;

/** Who asks; a browser is a page, everything else the API. */
export async function callerOf(
  { httpAuth }: Pick<RouterDeps, 'httpAuth'>,
  request: AnyRequest,
): Promise<Caller> {
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const isBrowser = request.headers['user-agent']?.startsWith('Mozilla/');
  return { credentials, surface: isBrowser ? 'page' : 'api', request };
}

/** The job that the path names. */
export function refOf(request: AnyRequest): string {
  return jobRef(request.params.namespace, request.params.name);
}

/** The same in the environment that the query names. */
export function deploymentRefOf(request: AnyRequest): {
  entityRef: string;
  environment?: string;
} {
  const { environment } = request.query as { environment?: string };
  return { entityRef: refOf(request), environment };
}
