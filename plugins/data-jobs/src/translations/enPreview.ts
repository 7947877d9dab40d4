/** English texts of what a verb would do. */
export const previewMessages = {
  preview: {
    label: 'What will happen',
    loading: 'Working out what will happen …',
    failed: 'What will happen could not be worked out.',
    refused: 'It would not work as things are',
    steps: 'Steps',
    from: 'The next start',
    fromSnapshot: 'From the {{snapshot}}',
    fromNewSavepoint: 'From the savepoint that is taken on the way',
    fromNothing: 'Without earlier state',
    location: 'Kept at {{location}}',
    loss: 'What would be lost',
    took: 'Last time',
    tookAbout_one: 'It took about {{time}}.',
    tookAbout_other: 'It took about {{time}} (middle of {{count}} times).',
    tookNever: 'Never done here before.',
    warnings: 'Mind',
    unchanged: 'Nothing is changed before you confirm.',
    verdict: {
      compatible: 'The state fits the new definition',
      risky: 'The state may not fit the new definition',
      'needs-clean-start': 'The state does not fit the new definition',
    },
    basis: {
      plan: 'Version {{from}} against version {{to}}, by the plans that the engine makes of both.',
      definition:
        'Version {{from}} against version {{to}}, by their definitions.',
    },
    choice: {
      label: 'What shall become of the state?',
      needed: 'Choose one; it is kept in the history with the verdict.',
      restore: 'Take it over all the same',
      drop: 'Take over what finds its operator, drop the rest',
      clean: 'Start clean, without any state',
    },
    next: {
      watch:
        'Anyone can watch it in the history of the job, and it goes on when this page is closed.',
      running: 'Next: look whether records come in and the health stays good.',
      suspended: 'Next: Resume goes on from the savepoint.',
      stopped: 'Next: Deploy starts it again.',
      removed: 'The job is gone from the portal.',
      savepoint: 'Next: Restore can start from this savepoint.',
      failed:
        'Next: correct what the error names, then ask again. What was done until then stays done.',
    },
  },
} as const;
