import {
  CheckpointEntry,
  CheckpointingStatistics,
} from '../rest/jobManagerAnswers';
import { EngineSnapshot } from './engineSnapshot';

/** The completed, still existing snapshots of `/jobs/:id/checkpoints`. */
export function reportedSnapshots(
  engineJobId: string,
  statistics: CheckpointingStatistics,
): EngineSnapshot[] {
  const { latest, history = [] } = statistics;
  const byId = new Map<number, CheckpointEntry>();
  for (const entry of [latest?.completed, latest?.savepoint, ...history]) {
    if (entry) byId.set(entry.id, entry);
  }
  return [...byId.values()]
    .filter(entry => entry.status === 'COMPLETED' && !entry.discarded)
    .flatMap(entry => {
      const location = entry.external_path;
      // A checkpoint that is not externalized has no address.
      if (!location?.includes('/')) return [];
      return [
        {
          id: `${engineJobId}-${entry.id}`,
          kind: entry.is_savepoint
            ? ('savepoint' as const)
            : ('checkpoint' as const),
          location,
          createdAt: new Date(entry.trigger_timestamp).toISOString(),
          sizeBytes: entry.state_size,
          durationMs: entry.end_to_end_duration,
          engineJobId,
        },
      ];
    });
}
