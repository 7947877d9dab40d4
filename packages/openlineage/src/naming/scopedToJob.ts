import type { DatasetName } from './DatasetName';

const escaped = (text: string) =>
  text.replace(/%/g, '%25').replace(/\//g, '%2F');

/**
 * Flink reports generators and file tables without a namespace, by the name
 * that one session gave them. Such a name means something in its job only:
 * `job://{job namespace}/{job name}` becomes its namespace. Others stay.
 *
 * @public
 */
export function scopedToJob<T extends DatasetName>(
  dataset: T,
  job: DatasetName,
): T {
  if (dataset.namespace !== '') return dataset;
  return {
    ...dataset,
    namespace: `job://${escaped(job.namespace)}/${escaped(job.name)}`,
  };
}
