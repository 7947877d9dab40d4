/** Settings that are the portal's to make, and what to do instead. */
const RESERVED: Array<[RegExp, string]> = [
  [
    /^\$internal\.|^pipeline\.jobid$/,
    'Remove it: the portal gives each run its id.',
  ],
  [
    /^execution\.(?:state-recovery|savepoint)\./,
    'Remove it: the portal restores from the restore point, or from the ' +
      'snapshot that is chosen in Restore.',
  ],
  [
    /^execution\.(?:target|attached|shutdown-on-attached-exit)$|^(?:rest|high-availability|jobmanager|kubernetes|yarn|security|sql-gateway)\.|^(?:table\.dml-sync)$/,
    'Remove it: jobs run on the engine that spec.engine names, as it is set up.',
  ],
];

/** What to do about a setting that a job cannot make; undefined when it can. */
export function reservedSetting(key: string): string | undefined {
  return RESERVED.find(([pattern]) => pattern.test(key))?.[1];
}
