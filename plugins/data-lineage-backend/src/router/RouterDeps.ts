import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import { IngestLimits } from '../ingest/IngestLimits';
import { LineageIngest } from '../ingest/LineageIngest';
import { Authorizer } from '../service/Authorizer';
import { Caller } from '../service/Caller';
import { CurationService } from '../service/CurationService';
import { OwnerNotifier } from '../notify/OwnerNotifier';
import { PreviewService } from '../preview/PreviewService';
import { DriftService } from '../service/DriftService';
import { ExportService } from '../service/ExportService';
import { GraphService } from '../service/GraphService';
import { ImpactService } from '../service/ImpactService';
import { SearchService } from '../service/SearchService';
import { TimesService } from '../service/TimesService';

/** What the routes need. */
export type RouterDeps = {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  authorizer: Authorizer;
  ingest: LineageIngest;
  limits: IngestLimits;
  graph: GraphService;
  search: SearchService;
  times: TimesService;
  curation: CurationService;
  impact: ImpactService;
  drift: DriftService;
  exports: ExportService;
  preview: PreviewService;
  notifier: OwnerNotifier;
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
