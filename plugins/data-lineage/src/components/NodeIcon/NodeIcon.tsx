import { VisibleNode } from '@datalark/backstage-plugin-data-lineage-common';
import {
  RemixiconComponentType,
  RiBroadcastLine,
  RiDatabase2Line,
  RiFlowChart,
  RiFolder3Line,
  RiSearchLine,
  RiStackLine,
  RiTable2,
} from '@remixicon/react';

const ICONS: [RegExp, RemixiconComponentType][] = [
  [/kafka|pulsar|rabbit|kinesis|pubsub/i, RiBroadcastLine],
  [/iceberg|hudi|paimon|delta|hive|lake/i, RiStackLine],
  [/^(s3|gs|hdfs|abfss?|file|oss)/i, RiFolder3Line],
  [/elastic|opensearch|milvus/i, RiSearchLine],
  [/mysql|postgres|oracle|mssql|mongo|redis|hbase/i, RiDatabase2Line],
];

/** The kind of system that holds a dataset, or the sign of a job. */
export function NodeIcon({
  node,
}: {
  node: Pick<VisibleNode, 'type' | 'dataSystem'>;
}) {
  const Icon =
    node.type === 'job'
      ? RiFlowChart
      : ICONS.find(([name]) => name.test(node.dataSystem ?? ''))?.[1] ??
        RiTable2;
  return <Icon size={16} aria-hidden="true" style={{ flexShrink: 0 }} />;
}
