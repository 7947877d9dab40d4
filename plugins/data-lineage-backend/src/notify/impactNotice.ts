import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  ImpactItem,
  ImpactReport,
} from '@datalark/backstage-plugin-data-lineage-common';

const MOST_ITEMS = 20;

/** The notification for the owner of some things that depend on another. */
export function impactNotice(options: {
  report: ImpactReport;
  items: readonly ImpactItem[];
  text: string;
  /** Entity ref of who writes. */
  sender: string;
}): NotificationSendOptions['payload'] {
  const { report, items, text, sender } = options;
  const { node, columns } = report.start;
  const what = columns?.length
    ? `${columns.join(', ')} of ${node.title}`
    : node.title;
  const more = items.length - MOST_ITEMS;
  return {
    title: `${sender} writes about ${what}`,
    description: [
      text,
      '',
      'You own what depends on it:',
      ...items.slice(0, MOST_ITEMS).map(itemLine),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n'),
    link: `/lineage/impact?${new URLSearchParams([
      ['node', node.id],
      ...(columns ?? []).map(column => ['column', column]),
    ])}`,
    severity: 'normal',
    topic: 'lineage-impact',
  };
}

function itemLine({ node, columns }: ImpactItem): string {
  const names = columns?.map(({ name }) => name).join(', ');
  return names ? `${node.title}: ${names}` : node.title;
}
