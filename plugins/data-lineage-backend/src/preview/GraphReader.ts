import {
  ImpactQuery,
  ImpactReport,
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
  impact(caller: Caller, query: ImpactQuery): Promise<ImpactReport>;
}
