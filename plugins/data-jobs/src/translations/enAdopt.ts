/** English texts of taking jobs on, and of handing them over. */
export const adoptMessages = {
  adopt: {
    title: 'Not declared',
    hint: 'These jobs run on the engines, and no data job stands for them. Take one on to see, stop and save it here; its run goes on.',
    takeOn: 'Take on',
    takeOnNamed: 'Take on {{name}}',
    consequence:
      'The job goes on running. What it runs stays unknown until somebody writes a definition, and so it cannot be deployed before.',
    as: 'As',
    asDeclared: 'the run of {{entityRef}} in {{environment}}',
    asNew: 'a new data job',
    name: 'Name',
    owner: 'Owner',
    ownerHint: 'A group or a user, such as group:default/shop',
    failed: 'The job was not taken on.',
    done: '{{name}} is taken on.',
    column: {
      name: 'Name and id',
      engine: 'Engine',
      state: 'State',
      since: 'Since',
      adopt: 'Take on',
    },
  },
  handOver: {
    title: 'Hand the job over to Git',
    commit: 'Commit the YAML above.',
    register: 'Register its address in the catalog.',
    allow:
      'Let Git take the job over. The run goes on; the portal owns the job until the catalog has read the file.',
    do: 'Let Git take over',
    keep: 'Keep it in the portal',
    waiting: 'Git may take the job over since {{when}}.',
    failed: 'The job was not handed over.',
    download: 'Download',
  },
} as const;
