import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { StatementKind } from '@datalark/flink-sql';

type Refusal = {
  severity: DefinitionProblem['severity'];
  message: string;
  remedy: string;
};

const error = (message: string, remedy: string): Refusal => ({
  severity: 'error',
  message,
  remedy,
});

/** Says something to a person, and there is none. */
const LOOKS: Refusal = {
  severity: 'warning',
  message: 'This statement only shows something; in a job it is left out.',
  remedy: 'Remove it.',
};

/** Statements that have no place in a job, and why. Warnings are left out. */
export const REFUSED_KINDS: Partial<Record<StatementKind, Refusal>> = {
  query: error(
    'A SELECT returns its rows to nobody in a job.',
    'Write INSERT INTO a sink table in front of it.',
  ),
  change: error(
    'UPDATE, DELETE and TRUNCATE do not make a job.',
    'Write INSERT INTO … SELECT …, or run it in a SQL session.',
  ),
  call: error(
    'A job cannot call procedures: they run at once, and again with each attempt.',
    'Run it in a SQL session.',
  ),
  analyze: error('ANALYZE runs a job of its own.', 'Run it in a SQL session.'),
  job: error(
    'A script cannot stop or describe jobs.',
    'Use the verbs of the job in the portal.',
  ),
  'compile-plan': error(
    'COMPILE PLAN writes a file and starts no job.',
    'Write COMPILE AND EXECUTE PLAN, or the INSERT alone.',
  ),
  begin: error('This statement set has no END.', 'End the set with END;'),
  end: error('There is no statement set that this END ends.', 'Remove it.'),
  client: error(
    'This is a command of the SQL client, not of Flink SQL.',
    'Remove it.',
  ),
  show: LOOKS,
  describe: LOOKS,
  explain: LOOKS,
};
