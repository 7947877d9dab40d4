import {
  Deployment,
  JobDetail,
} from '@datalark/backstage-plugin-data-jobs-common';
import { CheckpointFacts } from './CheckpointFacts';
import { SnapshotTable } from './SnapshotTable';

/** From where a job can be restored, and how its checkpoints do. */
export function JobSnapshots(props: {
  job: JobDetail;
  deployment: Deployment;
}) {
  return (
    <>
      <SnapshotTable {...props} />
      <CheckpointFacts deployment={props.deployment} />
    </>
  );
}
