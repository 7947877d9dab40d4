import { Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { OperationRun } from '../OperationRun';
import { deleteJob } from './delete';
import { deploy } from './deploy';
import { restart } from './restart';
import { restore } from './restore';
import { resume } from './resume';
import { savepoint } from './savepoint';
import { stop } from './stop';
import { suspend } from './suspend';

/** What each verb does. */
export const verbs: Record<Verb, (run: OperationRun) => Promise<void>> = {
  deploy,
  stop,
  suspend,
  resume,
  restart,
  savepoint,
  restore,
  rollback: deploy,
  delete: deleteJob,
};
