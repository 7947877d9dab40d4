import { useApi } from '@backstage/frontend-plugin-api';
import { DataJobsApi } from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery, UseQueryResult } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';

/** Which deployment: both parts are always named inside the pages. */
export type DeploymentTarget = { entityRef: string; environment: string };

type Question = {
  [K in keyof DataJobsApi]: DataJobsApi[K] extends (
    ref: DeploymentTarget,
    options?: { signal?: AbortSignal },
  ) => Promise<unknown>
    ? K
    : never;
}[keyof DataJobsApi];

type Answer<K extends Question> = Awaited<ReturnType<DataJobsApi[K]>>;

/** Asks one question about a deployment, again every `interval` milliseconds. */
export function useDeploymentQuery<K extends Question>(
  question: K,
  target: DeploymentTarget,
  options?: { interval?: number; enabled?: boolean },
): UseQueryResult<Answer<K>> {
  const api = useApi(dataJobsApiRef);
  const ask = api[question] as unknown as (
    ref: DeploymentTarget,
    options?: { signal?: AbortSignal },
  ) => Promise<Answer<K>>;
  return useQuery<Answer<K>, Error, Answer<K>, readonly string[]>({
    queryKey: queryKeys.ofDeployment(
      target.entityRef,
      target.environment,
      question,
    ),
    queryFn: ({ signal }) => ask.call(api, target, { signal }),
    refetchInterval: options?.interval,
    enabled: options?.enabled,
  }) as UseQueryResult<Answer<K>>;
}
