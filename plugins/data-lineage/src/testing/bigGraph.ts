import {
  nodeId,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { FakeGraph } from './FakeGraph';
import { seededRandom, syntheticGraph } from './syntheticGraph';
import { TIMES } from './shopGraph';

const OWNERS = ['shop', 'platform', 'analytics', 'finance', 'marketing'];
const SYSTEMS = ['kafka', 'mysql', 'doris', 'hive', 'iceberg', 'postgres'];

/**
 * So many nodes, layers of datasets and of jobs in turn; the same for the same
 * number. The first dataset, as a table of dates is, is read by all jobs next to
 * it: nearly everything is downstream of it.
 */
export function bigGraph(count: number): FakeGraph {
  const { nodes, edges } = syntheticGraph(count);
  const random = seededRandom(7);
  const size = Math.max(4, Math.round(Math.sqrt(count) * 2));
  const ids = new Map<string, string>();
  const made = nodes.map((each, i): VisibleNode => {
    const type = Math.floor(i / size) % 2 === 0 ? 'dataset' : 'job';
    const dataSystem = SYSTEMS[i % SYSTEMS.length];
    const name =
      type === 'dataset'
        ? {
            namespace: `${dataSystem}://cluster:9000`,
            name: `db${i % 40}.table_${i}`,
          }
        : { namespace: 'flink://session', name: `job-${i}` };
    const id = nodeId(type, name);
    ids.set(each.id, id);
    const owner = OWNERS[Math.floor(random() * OWNERS.length)];
    return {
      id,
      type,
      ...name,
      title: name.name.split('.').pop()!,
      owner: `group:default/${owner}`,
      system: `system:default/${owner}-${i % 4}`,
      ...(type === 'dataset'
        ? { dataSystem, source: `datasource:default/${dataSystem}` }
        : {
            integration: 'FLINK',
            processing: 'STREAMING',
            runState: 'RUNNING' as const,
          }),
      lastSeenAt: TIMES.last,
      more: { upstream: 0, downstream: 0 },
    };
  });
  const readers = nodes.slice(size, 2 * size).map(({ id }) => id);
  return {
    nodes: made,
    edges: [...readers.map(to => ({ from: 'n0', to })), ...edges]
      // Jobs read datasets and write datasets: a jump over an even number of layers is none.
      .filter(({ from, to }) => {
        const isJob = (id: string) =>
          Math.floor(Number(id.slice(1)) / size) % 2;
        return isJob(from) !== isJob(to);
      })
      .map(({ from, to }) => ({
        from: ids.get(from)!,
        to: ids.get(to)!,
        origins: random() < 0.7 ? ['inferred', 'observed'] : ['inferred'],
        firstSeenAt: TIMES.first,
        lastSeenAt: TIMES.last,
      })),
    links: [],
  };
}
