import { createServer } from 'node:http';

const HOUR = 3_600_000;
const VERTICES = ['a', 'b'].map(letter => letter.repeat(32));
const METRICS = ['numRecordsInPerSecond', 'numRecordsOutPerSecond', 'busyTimeMsPerSecond', 'backPressuredTimeMsPerSecond'];

/** Ids of the jobs that the fake runs. */
export const flinkJobId = index => index.toString(16).padStart(32, 'f');

/**
 * A JobManager that speaks the part of Flink's REST interface that the engine
 * module reads, in the shapes of 1.20: `count` jobs that run. `calls` counts requests.
 */
export async function startFakeFlink(count) {
  const started = Date.now() - HOUR;
  const states = new Map(Array.from({ length: count }, (_, i) => [flinkJobId(i), 'RUNNING']));
  const fake = { calls: 0, states, setState: (id, state) => states.set(id, state) };
  const tasks = state => ({
    total: 2, created: 0, scheduled: 0, deploying: 0, initializing: 0, reconciling: 0,
    running: state === 'RUNNING' ? 2 : 0, finished: 0, canceling: 0, canceled: 0,
    failed: state === 'RUNNING' ? 0 : 2,
  });
  const overview = ([jid, state], index) => ({
    jid, name: `flink-${index}`, state, 'start-time': started, 'end-time': state === 'RUNNING' ? -1 : Date.now(),
    duration: Date.now() - started, 'last-modification': started, tasks: tasks(state),
  });
  // One every ten seconds, as the cluster says: none is ever too old.
  const checkpoint = () => {
    const at = Math.floor(Date.now() / 10_000) * 10_000 - 1_000;
    return {
      '@class': 'completed', id: 42, status: 'COMPLETED', is_savepoint: false, trigger_timestamp: at,
      latest_ack_timestamp: at + 200, state_size: 4096, checkpointed_size: 4096, end_to_end_duration: 200,
      external_path: 'file:/checkpoints/chk-42', discarded: false,
    };
  };
  const answers = (path, query) => {
    if (path === '/overview') {
      return { taskmanagers: 4, 'slots-total': count * 2, 'slots-available': 0, 'jobs-running': count, 'jobs-finished': 0, 'jobs-cancelled': 0, 'jobs-failed': 0, 'flink-version': '1.20.3', 'flink-commit': 'fake' };
    }
    if (path === '/jobmanager/config') return [{ key: 'execution.checkpointing.interval', value: '10s' }];
    if (path === '/jobs/overview') return { jobs: [...states].map(overview) };
    const [, jid, rest = ''] = path.match(/^\/jobs\/([0-9a-f]{32})(\/.*)?$/) ?? [];
    const state = states.get(jid);
    if (!state) return undefined;
    if (rest === '') {
      return {
        jid, name: jid, state, 'start-time': started, 'end-time': -1, plan: { jid, nodes: VERTICES.map(id => ({ id })) },
        vertices: VERTICES.map(id => ({ id, name: id, parallelism: 1, status: 'RUNNING', tasks: { RUNNING: 1 }, metrics: { 'read-records': 10, 'read-records-complete': true, 'write-records': 10, 'write-records-complete': true } })),
      };
    }
    if (rest === '/checkpoints') {
      const newest = checkpoint();
      return { counts: { completed: 42, failed: 0, in_progress: 0, restored: 0, total: 42 }, latest: { completed: newest, savepoint: null, failed: null, restored: null }, history: [newest] };
    }
    if (rest === '/exceptions') return { exceptionHistory: { entries: [], truncated: false } };
    if (rest === '/metrics') {
      return (query.get('get') ?? '').split(',').map(id => ({ id, value: '0' }));
    }
    if (rest.endsWith('/metrics')) {
      const get = query.get('get');
      if (!get) return METRICS.map(id => ({ id: rest.includes('subtasks') ? id : `0.${id}` }));
      return get.split(',').map(id => ({ id, min: 1, max: 1, avg: 1, sum: 1, value: '1' }));
    }
    return undefined;
  };
  const server = createServer((request, response) => {
    fake.calls += 1;
    const url = new URL(request.url, 'http://fake');
    const answer = answers(url.pathname, url.searchParams);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { errors: ['Not found'] }));
  });
  return listening(server, fake);
}

/** Listens on a free port of this machine; `stop` ends it. */
export async function listening(server, fake) {
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${server.address().port}`;
  fake.stop = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  return fake;
}
