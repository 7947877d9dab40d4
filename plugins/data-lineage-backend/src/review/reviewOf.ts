import {
  ChangePreview,
  ImpactItem,
  ImpactReport,
  LineageName,
  NodeId,
} from '@datalark/backstage-plugin-data-lineage-common';
import { ReviewRule } from './ReviewRule';

/** What depends on a dataset that changes. */
export type Consequence = {
  /** As the change names it; the report may have another name of it. */
  node: NodeId;
  report: ImpactReport;
  /** Who asks may not see it: nobody is named. */
  isUnseen?: true;
};

/** What rules look at. */
export type ReviewedChange = {
  /** Entity ref of the job's owner; undefined: nobody owns it, everybody is foreign. */
  owner?: string;
  vanished: ReadonlyMap<NodeId, readonly string[]>;
  changed: ReadonlyMap<NodeId, readonly string[]>;
  datasets: ReadonlyMap<NodeId, LineageName>;
  impact: readonly Consequence[];
  /** Whether who asks may approve such a change himself. */
  mayApprove: boolean;
};

/** Whether the rules ask for somebody's word, and whose. */
export function reviewOf(
  rules: readonly ReviewRule[],
  change: ReviewedChange,
): ChangePreview['review'] {
  const reasons: string[] = [];
  const approvers = new Set<string>();
  let reasonSuffices = true;
  for (const { rule, require } of rules) {
    const isVanished = rule === 'vanished-column-with-foreign-consumers';
    const columns = isVanished ? change.vanished : change.changed;
    for (const [node, names] of columns) {
      const owners = foreignOwners(change, node, names);
      if (!owners.size) continue;
      if (require === 'approval' && change.mayApprove) continue;
      reasons.push(
        `${names.join(', ')} of ${change.datasets.get(node)?.name ?? node} ${
          isVanished ? 'would vanish' : 'would be made otherwise'
        }, and ${[...owners].join(', ')} ${
          owners.size === 1 ? 'depends' : 'depend'
        } on it: ${
          require === 'approval'
            ? 'somebody who may approve changes of the job has to deploy it.'
            : 'give a reason when deploying.'
        }`,
      );
      if (require === 'approval') {
        reasonSuffices = false;
        owners.forEach(one => approvers.add(one));
      }
    }
  }
  return {
    required: reasons.length > 0,
    reasons,
    approvers: [...approvers].sort(),
    ...(reasons.length > 0 && { reasonSuffices }),
  };
}

const UNSEEN = 'somebody whom you may not see';
const NOBODY = 'something that nobody owns';

/** A table that has a meaning in its job only, whose owner is asked already. */
const isWithinJob = ({ node }: ImpactItem) =>
  node.type === 'dataset' && node.namespace.startsWith('job://');

/** Others who read these columns. Of what is only known by table, they may. */
function foreignOwners(
  { impact, owner }: ReviewedChange,
  node: NodeId,
  columns: readonly string[],
): Set<string> {
  const found = new Set<string>();
  for (const { node: changed, report, isUnseen } of impact) {
    const { start, owners, hidden } = report;
    const isStart =
      changed === node &&
      (!start.columns || start.columns.some(one => columns.includes(one)));
    if (!isStart) continue;
    for (const one of owners) {
      const isForeign = one.owner
        ? one.owner !== owner?.toLowerCase()
        : one.items.some(item => !isWithinJob(item));
      if (isForeign && one.items.length) {
        found.add(isUnseen ? UNSEEN : one.owner ?? NOBODY);
      }
    }
    if (hidden > 0) found.add(UNSEEN);
  }
  return found;
}
