import { Deployment } from '@datalark/backstage-plugin-data-jobs-common';
import { ExceptionList } from './ExceptionList';
import { LogView } from './LogView';
import { MetricTable } from './MetricTable';
import { PlanView } from './PlanView';

/** What the engine tells about the present run when asked. */
export function JobDiagnostics(props: { deployment: Deployment }) {
  const { entityRef, environment } = props.deployment;
  const target = { entityRef, environment };
  return (
    <>
      <ExceptionList target={target} />
      <MetricTable target={target} />
      <PlanView target={target} />
      <LogView target={target} />
    </>
  );
}
