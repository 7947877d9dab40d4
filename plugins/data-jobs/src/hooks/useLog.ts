import { useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Insight, JobLog } from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';
import { DeploymentTarget } from './useDeploymentQuery';

const FOLLOW_MS = 2_000;
/** The page keeps no more of a log than this. */
const MOST_CHARACTERS = 512 * 1024;

/** A log: its end, and with `isFollowing` what comes, as long as the page is visible. */
export function useLog(
  target: DeploymentTarget,
  source: string | undefined,
  isFollowing: boolean,
) {
  const api = useApi(dataJobsApiRef);
  const key = [
    ...queryKeys.ofDeployment(target.entityRef, target.environment, 'getLog'),
    source,
  ];
  const kept = useRef<{ key: string; log: JobLog }>();
  return useQuery<Insight<JobLog>>({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const name = key.join('|');
      const before = kept.current?.key === name ? kept.current.log : undefined;
      const answer = await api.getLog(
        {
          ...target,
          ...(source && { source }),
          ...(before?.cursor && { cursor: before.cursor }),
        },
        { signal },
      );
      if (answer.status !== 'ok') return answer;
      const log = joined(before, answer.value);
      kept.current = { key: name, log };
      return { ...answer, value: log };
    },
    refetchInterval: isFollowing ? FOLLOW_MS : false,
    refetchOnWindowFocus: isFollowing,
  });
}

function joined(before: JobLog | undefined, piece: JobLog): JobLog {
  if (!before?.cursor || piece.restarted) return piece;
  const text = before.text + piece.text;
  const over = text.length - MOST_CHARACTERS;
  return {
    ...piece,
    text: over > 0 ? text.slice(text.indexOf('\n', over) + 1) : text,
    truncated: before.truncated || over > 0,
  };
}
