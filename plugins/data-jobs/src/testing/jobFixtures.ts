import {
  Deployment,
  EngineStatus,
  JobDetail,
  JobVersion,
  Observation,
  Operation,
  Run,
  Snapshot,
  UnmanagedJob,
  VERBS,
} from '@datalark/backstage-plugin-data-jobs-common';

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

/** A job that runs on an engine undeclared, or as `part` says. */
export function unmanagedJob(part: Partial<UnmanagedJob> = {}): UnmanagedJob {
  return {
    engine: 'flink',
    engineJobId: 'f1',
    name: 'sales',
    suggestedName: 'sales',
    state: 'running',
    firstSeenAt: minutesAgo(1),
    candidates: [],
    ...part,
  };
}

/** An observation of a job that runs well, or as `part` says. */
export function observation(part: Partial<Observation> = {}): Observation {
  return {
    state: 'running',
    health: { state: 'ok', reasons: [] },
    observedAt: minutesAgo(0),
    since: minutesAgo(180),
    engineJobId: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
    tasks: { total: 4, running: 4 },
    records: { read: 120345, written: 118002 },
    ...part,
  };
}

/** A deployment on the engine `flink-local`, or as `part` says. */
export function deployment(part: Partial<Deployment> = {}): Deployment {
  return {
    entityRef: 'datajob:default/orders',
    environment: 'default',
    engine: 'flink-local',
    desired: 'running',
    observation: observation(),
    deployedVersion: 2,
    lastChange: {
      at: minutesAgo(5),
      by: 'user:default/guest',
      verb: 'deploy',
      state: 'succeeded',
      operationId: 'op-1',
    },
    ...part,
  };
}

/** A savepoint, three minutes old, or as `part` says. */
export function snapshot(part: Partial<Snapshot> = {}): Snapshot {
  return {
    id: 'sp-1',
    kind: 'savepoint',
    location: 'file:/savepoints/savepoint-a1b2c3-1',
    createdAt: minutesAgo(3),
    sizeBytes: 1_530_000,
    engineJobId: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
    version: 2,
    triggeredBy: 'user:default/guest',
    ...part,
  };
}

/** A Flink SQL job that the portal owns, with two versions, or as `part` says. */
export function jobDetail(part: Partial<JobDetail> = {}): JobDetail {
  const name = part.name ?? 'orders';
  const entityRef = part.entityRef ?? `datajob:default/${name}`;
  return {
    entityRef,
    name,
    namespace: 'default',
    title: 'Orders enriched',
    description: 'Orders joined with customers',
    owner: 'group:default/data-platform',
    type: 'flink-sql',
    processing: 'streaming',
    origin: 'portal',
    latestVersion: 2,
    spec: jobVersion(2).spec,
    deployments: [deployment({ entityRef })],
    restorePoints: { default: snapshot() },
    ...part,
  };
}

/** A version of that job; `sql` by the number. */
export function jobVersion(version: number): JobVersion {
  return {
    version,
    createdAt: minutesAgo(600 - version),
    createdBy: 'user:default/guest',
    message: version === 1 ? 'First version' : 'Filter small orders',
    spec: {
      type: 'flink-sql',
      lifecycle: 'production',
      owner: 'group:default/data-platform',
      engine: 'flink-local',
      parallelism: version,
      definition: {
        sql:
          version === 1
            ? 'INSERT INTO sink\nSELECT id FROM orders;'
            : 'INSERT INTO sink\nSELECT id FROM orders\nWHERE amount > 10;',
      },
    },
  };
}

/** An operation that went well, or as `part` says. */
export function operation(part: Partial<Operation> = {}): Operation {
  return {
    id: 'op-1',
    entityRef: 'datajob:default/orders',
    environment: 'default',
    verb: 'deploy',
    params: {},
    state: 'succeeded',
    steps: [
      {
        name: 'Check the definition',
        state: 'succeeded',
        startedAt: minutesAgo(6),
        endedAt: minutesAgo(5.9),
      },
      {
        name: 'Submit the job',
        state: 'succeeded',
        startedAt: minutesAgo(5.9),
        endedAt: minutesAgo(5),
        message: 'Accepted by flink-local',
      },
    ],
    requestedBy: 'user:default/guest',
    surface: 'page',
    reason: 'New filter',
    versionBefore: 1,
    versionAfter: 2,
    createdAt: minutesAgo(6),
    startedAt: minutesAgo(6),
    endedAt: minutesAgo(5),
    ...part,
  };
}

/** A run that goes on, or as `part` says. */
export function run(part: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    entityRef: 'datajob:default/orders',
    environment: 'default',
    engine: 'flink-local',
    engineJobId: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
    version: 2,
    state: 'running',
    startedAt: minutesAgo(5),
    records: { read: 120345, written: 118002 },
    ...part,
  };
}

/** A Flink engine that can do everything, or as `part` says. */
export function engine(part: Partial<EngineStatus> = {}): EngineStatus {
  return {
    name: 'flink-local',
    type: 'flink-session',
    title: 'Flink on this machine',
    capabilities: {
      jobTypes: ['flink-sql', 'flink-jar'],
      verbs: [...VERBS],
      liveSavepoints: true,
      restoreFromLocation: true,
      jars: true,
      exceptions: true,
      checkpoints: true,
      plan: true,
      metrics: true,
      logs: true,
    },
    reachable: 'yes',
    since: minutesAgo(240),
    observedAt: minutesAgo(0),
    info: {
      version: '2.1.0',
      slots: { total: 4, free: 2 },
      workers: 1,
      runningJobs: 2,
      parts: [{ name: 'SQL Gateway', version: '2.1.0', reachable: true }],
    },
    problems: [],
    webUrl: 'http://localhost:8081',
    ...part,
  };
}
