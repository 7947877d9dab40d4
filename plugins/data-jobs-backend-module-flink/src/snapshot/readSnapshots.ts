import { EngineCall } from '@datalark/backstage-plugin-data-jobs-node';
import { JobManagerClient, isJobId } from '../rest/JobManagerClient';
import { CheckpointingStatistics } from '../rest/jobManagerAnswers';
import { checkpointsOnDisk } from './checkpointsOnDisk';
import { EngineSnapshot } from './engineSnapshot';
import { reportedSnapshots } from './reportedSnapshots';

/**
 * Snapshots of a run, newest first: those that the JobManager (or the history
 * server) reports, and those found on disk where that can be seen.
 */
export async function readSnapshots(
  jobManager: JobManagerClient,
  checkpointDirectory: string | undefined,
  engineJobId: string,
  call: EngineCall,
): Promise<EngineSnapshot[]> {
  if (!isJobId(engineJobId)) return [];
  const statistics = await jobManager.readJob<CheckpointingStatistics>(
    engineJobId,
    '/checkpoints',
    call,
  );
  const snapshots = new Map<string, EngineSnapshot>();
  if (checkpointDirectory) {
    const found = await checkpointsOnDisk(checkpointDirectory, engineJobId);
    for (const snapshot of found) snapshots.set(snapshot.id, snapshot);
  }
  for (const snapshot of reportedSnapshots(engineJobId, statistics ?? {})) {
    snapshots.set(snapshot.id, snapshot);
  }
  return [...snapshots.values()].sort(
    (a, b) =>
      b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id),
  );
}
