/** English texts of the dialogs of the verbs. */
export const dialogMessages = {
  dialog: {
    title: '{{verb}}: {{job}}',
    titleEnvironment: '{{verb}}: {{job}} in {{environment}}',
    reason: 'Reason',
    reasonHint: 'Kept in the history; tell your colleagues why.',
    cancel: 'Cancel',
    close: 'Close',
    closeRunning: 'Close; it goes on without you',
    refused: 'The request was refused.',
    sending: 'Asking …',
    state: 'What happens to the state',
    what: {
      deployFirst: 'Version {{version}} is started on {{engine}}.',
      deployRunning:
        'The running version {{deployed}} is replaced by version {{version}} on {{engine}}.',
      deployAgain: 'Version {{version}} is started again on {{engine}}.',
      stop: 'The run ends for good. The job can be deployed again later.',
      suspend:
        'A savepoint is taken and the run ends. Resume goes on from that savepoint.',
      resume: 'The job runs again on {{engine}}.',
      restart: 'The run ends and a new one starts, in one operation.',
      savepoint: 'A savepoint is taken. The job keeps running.',
      restore:
        'The present run, if any, ends, and a new one starts from the snapshot that you choose.',
      rollback:
        'Version {{version}} is deployed again in place of version {{deployed}}.',
      delete:
        'The run ends, and the portal forgets the job with its versions and its history. Snapshots stay where the engine keeps them.',
    },
    loss: {
      stateless: 'The job is declared stateless: no state is kept.',
      batch: 'The job is a batch job: it starts from the beginning.',
      kept: 'State is kept: a savepoint is taken first.',
      keptFrom: 'State is kept: it starts from the {{snapshot}}.',
      first: 'It is the first start: there is no state yet.',
      savepointTaken: 'State is kept in the new savepoint.',
      untouched: 'State is untouched.',
      since: 'Everything since the {{snapshot}} is lost.',
      all: 'All state is lost: the next start is a clean one.',
      notRunning: 'Nothing runs; the {{snapshot}} stays.',
      notRunningNone: 'Nothing runs and there is no snapshot.',
      choose: 'Choose a snapshot first.',
      noneToResume:
        'There is no snapshot to go on from. Deploy the job, or restore it from a location.',
      location:
        'The job starts from that location; all that came later is lost.',
    },
    snapshotPhrase: '{{kind}} taken {{when}}',
    snapshotPhraseVersion: '{{kind}} taken {{when}} from version {{version}}',
    withSavepoint: 'Take a savepoint first',
    stopMode: {
      label: 'How to stop',
      savepoint: 'With a savepoint',
      plain: 'At once, without a savepoint',
      drain: 'With a savepoint, after all open windows are closed (drain)',
    },
    version: 'Version',
    snapshot: 'Snapshot',
    snapshotNone: 'There is no snapshot to restore from.',
    snapshotLoading: 'Loading the snapshots …',
    location: 'Or a location that the engine can read',
    locationHint: 'For example file:/savepoints/savepoint-1',
    clean: 'Forget all state and start clean',
    allowNonRestored: 'Start although state of removed operators is dropped',
    typeName: 'Type {{name}} to confirm',
    toast: {
      succeeded: '{{done}}: {{job}}',
      failed: '{{name}} failed: {{job}}',
      canceled: '{{name}} was given up: {{job}}',
    },
  },
} as const;
