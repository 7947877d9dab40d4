import {
  ImpactQuery,
  ImpactReport,
  LineageColumn,
  LineageName,
  LineageNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { NodeName } from '../database/NodeStore';
import { Caller } from '../service/Caller';

/** What a preview asks the graph, on behalf of who asks. */
export interface GraphReader {
  /** Nodes as the caller may see them; those that he may not, or that the graph does not know, are left out. */
  describe(
    caller: Caller,
    names: readonly NodeName[],
  ): Promise<{ name: NodeName; node: LineageNode }[]>;
  /** Columns that the graph knows of datasets, in the order of the names; undefined where it does not, or the caller may not see them. */
  columns(
    caller: Caller,
    names: readonly LineageName[],
  ): Promise<(readonly LineageColumn[] | undefined)[]>;
  impact(caller: Caller, query: ImpactQuery): Promise<ImpactReport>;
}
