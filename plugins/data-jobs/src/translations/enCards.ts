/** English texts of cards on other pages, of alerts, and of search results. */
export const cardMessages = {
  cards: {
    all_one: 'Show it in the list of jobs',
    all_other: 'Show all {{count}} in the list of jobs',
    system: {
      title: 'Data jobs',
      empty: 'No data job belongs here yet.',
    },
    attention: {
      title: 'Data jobs that need attention',
      mine: 'My data jobs that need attention',
      empty: 'All data jobs are well.',
    },
    dataset: {
      title: 'Jobs of this dataset',
      writes: 'What writes here',
      reads: 'What reads here',
      noWriter: 'No job declares that it writes this dataset.',
      noReader: 'No job declares that it reads this dataset.',
      loadFailed: 'The states of the jobs could not be loaded.',
      stateless: 'State not known',
    },
  },
  alerts: {
    title: 'What the owner is told',
    loadFailed: 'The alerts could not be loaded.',
    empty: 'Nothing is wrong, and nothing was told.',
    holds: 'Holds',
    notices: 'Notifications to {{owner}}',
    state: {
      pending: 'not told yet',
      open: 'told',
      recovering: 'seems over',
      closed: 'over',
    },
    since: 'since {{when}}',
    notice: {
      due: 'being sent',
      held: 'held back by quiet hours until {{when}}',
      sent: 'sent {{when}}',
      summed: 'sent in a summary',
      dropped: 'not sent: {{problem}}',
    },
  },
  search: {
    tables: 'Tables: {{tables}}',
    connectors: 'Connectors: {{connectors}}',
    engine: 'Engine: {{engine}}',
  },
} as const;
