import { DeploymentTarget } from '../../hooks/useDeploymentQuery';
import { OperationList } from './OperationList';
import { RunTable } from './RunTable';

/** What was done with a job, and what it did. */
export function JobHistory(props: { target: DeploymentTarget }) {
  return (
    <>
      <OperationList target={props.target} />
      <RunTable target={props.target} />
    </>
  );
}
