/**
 * What a person or an agent may ask to be done with a deployment.
 *
 * - `deploy`: run the current (or the named) version; an already running one is upgraded by its `upgradeMode`
 * - `stop`: end the run for good, with or without a savepoint
 * - `suspend`: end the run with a savepoint, to be resumed from it
 * - `resume`: run again from the restore point
 * - `restart`: stop and run again in one operation, from the restore point
 * - `savepoint`: take a savepoint, keep running
 * - `restore`: run from the snapshot that `params.snapshot` names
 * - `rollback`: deploy the older version that `params.version` names
 * - `delete`: stop, and forget the job (portal-owned jobs only)
 *
 * @public
 */
export const VERBS = [
  'deploy',
  'stop',
  'suspend',
  'resume',
  'restart',
  'savepoint',
  'restore',
  'rollback',
  'delete',
] as const;

/** One of {@link VERBS}. @public */
export type Verb = (typeof VERBS)[number];

/** Tells whether a string is a {@link Verb}. @public */
export function isVerb(value: string): value is Verb {
  return (VERBS as readonly string[]).includes(value);
}
