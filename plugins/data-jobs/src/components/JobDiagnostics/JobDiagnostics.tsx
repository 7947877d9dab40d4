import { Deployment } from '@datalark/backstage-plugin-data-jobs-common';
import { JobGraph } from '../JobGraph';
import { JobLog } from '../JobLog';
import { ExceptionList } from './ExceptionList';
import { MetricTable } from './MetricTable';

/** What the engine tells about the present run when asked. */
export function JobDiagnostics(props: { deployment: Deployment }) {
  const { entityRef, environment } = props.deployment;
  const target = { entityRef, environment };
  return (
    <>
      <ExceptionList target={target} />
      <JobGraph target={target} />
      <MetricTable target={target} />
      <JobLog target={target} />
    </>
  );
}
