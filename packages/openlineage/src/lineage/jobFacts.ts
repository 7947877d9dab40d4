import type { JobTypeJobFacet } from '../generated';
import type { DatasetName } from '../naming/DatasetName';
import { isObject } from '../validate/checkSchema';
import type { JobFacts, RunFacts } from './EventLineage';
import { deletedFacets, ownersOf, textOf } from './facetFields';

/** What the facets of a job say of it. */
export function jobFacts(job: DatasetName & { facets?: unknown }): JobFacts {
  const facets = isObject(job.facets) ? job.facets : {};
  const of = facetsOf(facets);
  const type = of('jobType');
  const sql = of('sql');
  const code = of('sourceCodeLocation');
  const owners = ownersOf(of('ownership'));
  const description = of('documentation')?.description;
  const deleted = deletedFacets(facets);
  return {
    namespace: job.namespace,
    name: job.name,
    ...(typeof sql?.query === 'string' && {
      sql: { query: sql.query, ...textOf(sql, 'dialect') },
    }),
    ...(type && {
      ...textOf(type, 'processingType'),
      ...textOf(type, 'integration'),
      ...textOf(type, 'jobType'),
      ...(isObject(type.emissionPattern) && {
        emissionPattern:
          type.emissionPattern as JobTypeJobFacet['emissionPattern'],
      }),
    }),
    ...(owners && { owners }),
    ...(typeof description === 'string' &&
      description !== '' && { description }),
    ...(code && {
      sourceCode: { ...textOf(code, 'type'), ...textOf(code, 'url') },
    }),
    ...(deleted.length > 0 && { deletedFacets: deleted }),
  };
}

/** What the facets of a run say of it. */
export function runFacts(run: { runId: string; facets?: unknown }): RunFacts {
  const of = facetsOf(isObject(run.facets) ? run.facets : {});
  const nominal = of('nominalTime');
  const engine = of('processing_engine');
  const error = of('errorMessage')?.message;
  const engineJob = of('flink_job')?.jobId;
  const parent = of('parent');
  const parentRun = runOf(parent);
  const rootRun = runOf(parent?.root);
  return {
    runId: run.runId,
    ...(parentRun && { parent: parentRun }),
    ...(rootRun && { root: rootRun }),
    ...(nominal && {
      nominalTime: {
        ...(typeof nominal.nominalStartTime === 'string' && {
          start: nominal.nominalStartTime,
        }),
        ...(typeof nominal.nominalEndTime === 'string' && {
          end: nominal.nominalEndTime,
        }),
      },
    }),
    ...(engine && {
      engine: { ...textOf(engine, 'name'), ...textOf(engine, 'version') },
    }),
    ...(typeof error === 'string' && { error }),
    ...(typeof engineJob === 'string' && { engineJobId: engineJob }),
  };
}

function facetsOf(facets: Record<string, unknown>) {
  return (key: string) => {
    const facet = Object.hasOwn(facets, key) ? facets[key] : undefined;
    return isObject(facet) && facet._deleted !== true ? facet : undefined;
  };
}

function runOf(
  value: unknown,
): { runId: string; job: DatasetName } | undefined {
  if (!isObject(value) || !isObject(value.run) || !isObject(value.job))
    return undefined;
  const { runId } = value.run;
  const { namespace, name } = value.job;
  if (
    typeof runId !== 'string' ||
    typeof namespace !== 'string' ||
    typeof name !== 'string'
  ) {
    return undefined;
  }
  return { runId, job: { namespace, name } };
}
