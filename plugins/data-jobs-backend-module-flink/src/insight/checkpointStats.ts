import { CheckpointStats } from '@datalark/backstage-plugin-data-jobs-common';
import { CheckpointingStatistics } from '../rest/jobManagerAnswers';

/** Counts and the latest attempts of `/jobs/:id/checkpoints`. */
export function checkpointStats(
  answer: CheckpointingStatistics,
): CheckpointStats {
  const { counts, latest } = answer;
  const [last] = [latest?.completed, latest?.savepoint]
    .flatMap(entry => (entry ? [entry] : []))
    .sort((a, b) => b.id - a.id);
  const failed = latest?.failed;
  return {
    completed: counts?.completed ?? 0,
    failed: counts?.failed ?? 0,
    inProgress: counts?.in_progress ?? 0,
    ...(last
      ? {
          lastCompletedAt: instant(
            last.latest_ack_timestamp ?? last.trigger_timestamp,
          ),
          lastDurationMs: last.end_to_end_duration,
          lastSizeBytes: last.state_size,
        }
      : {}),
    ...(failed
      ? {
          lastFailure: {
            at: instant(failed.failure_timestamp ?? failed.trigger_timestamp),
            message: failed.failure_message,
          },
        }
      : {}),
  };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
