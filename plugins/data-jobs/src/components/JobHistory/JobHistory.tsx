import { DeploymentTarget } from '../../hooks/useDeploymentQuery';
import { RunStrip } from '../RunStrip';
import { OperationList } from './OperationList';
import { RunTable } from './RunTable';

/** What was done with a job, and what it did. */
export function JobHistory(props: {
  target: DeploymentTarget;
  isScheduled: boolean;
}) {
  return (
    <>
      <RunStrip target={props.target} isScheduled={props.isScheduled} />
      <OperationList target={props.target} />
      <RunTable target={props.target} />
    </>
  );
}
