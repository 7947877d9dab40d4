import {
  DriftPage,
  DriftQuery,
  ImpactQuery,
  ImpactReport,
} from '@datalark/backstage-plugin-data-lineage-common';
import { OwnerNotifier } from '../notify/OwnerNotifier';
import { PreviewService } from '../preview/PreviewService';
import { Caller } from '../service/Caller';
import { GraphService } from '../service/GraphService';
import { SearchService } from '../service/SearchService';

/** What actions need; each service asks for the caller's permissions itself. */
export type LineageServices = {
  graph: Pick<GraphService, 'graph' | 'column' | 'path' | 'diff'>;
  search: Pick<SearchService, 'search' | 'nodesOfEntity'>;
  impact: { impact(caller: Caller, query: ImpactQuery): Promise<ImpactReport> };
  drift: { list(caller: Caller, query: DriftQuery): Promise<DriftPage> };
  preview: Pick<PreviewService, 'preview'>;
  notifier: Pick<OwnerNotifier, 'notify'>;
};
