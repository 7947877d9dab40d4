import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { attachEngines, isSupervisorAlive } from './attachEngines';
import type { Endpoints } from './endpoints';
import { flinkLogFile } from './flinkCommand';
import { javaMarker } from './javaCommand';
import { createTopics } from './kafkaTopics';
import { packageFolder } from './packageFolder';
import { reservePorts } from './ports';
import { withPostgres } from './postgresClient';
import { openHomeOf } from './postgresUser';
import { inspectProcess } from './processInfo';
import { removeEngines } from './removeEngines';
import { sendRequest } from './requests';
import { SERVICE_NAMES } from './serviceNames';
import { tailOf } from './startFailure';
import { readStatus } from './statusFile';
import { temporaryFolder, writeScript } from './testing/temporaryFolder';

/**
 * The whole thing for real: every service is started by the command line in a folder of its own, used, hurt, killed
 * with its supervisor, started again and stopped. Needs Java and, the first time, Maven and a network.
 */
jest.setTimeout(600_000);

const dir = join(temporaryFolder(), 'set');
let supervisor: ChildProcess;
let endpoints: Endpoints;

/** Pids of processes of this set that are alive: every JVM has the marker, PostgreSQL its data folder. */
function alive(): number[] {
  return readdirSync('/proc')
    .filter(it => /^\d+$/.test(it))
    .map(Number)
    .filter(pid => {
      const line = inspectProcess(pid)?.commandLine ?? '';
      return (
        line.includes(`${javaMarker(dir)} `) ||
        line.includes(openHomeOf(dir)) ||
        line.includes(join(dir, 'postgres', 'data'))
      );
    });
}

async function until<T>(
  what: string,
  seconds: number,
  check: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await check();
    if (found) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error(`Not within ${seconds} seconds: ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

async function up(path = process.env.PATH): Promise<number> {
  const begun = Date.now();
  const { NODE_OPTIONS: _, ...env } = process.env;
  supervisor = spawn(
    process.execPath,
    [join(packageFolder(), 'bin/datalark-engines.mjs'), 'up', '--dir', dir],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...env, PATH: path } },
  );
  let output = '';
  supervisor.stdout!.on('data', text => {
    output += text;
  });
  await until(`the engines run\n${output}`, 500, () => {
    if (supervisor.exitCode !== null) {
      throw new Error(`The supervisor ended: ${output}`);
    }
    return output.includes('Ctrl-C stops them all.');
  });
  endpoints = (await attachEngines(dir))!;
  return (Date.now() - begun) / 1000;
}

async function json(url: string, body?: unknown): Promise<any> {
  const response = await fetch(
    url,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  return response.json();
}

/** Runs statements in one session of the gateway and gives the first page of the last one's result. */
async function sql(...statements: string[]): Promise<any> {
  const base = `${endpoints.sqlGatewayUrl}/v1/sessions`;
  const { sessionHandle } = await json(base, {});
  const session = `${base}/${sessionHandle}`;
  let page: any;
  for (const statement of statements) {
    const { operationHandle } = await json(`${session}/statements`, {
      statement,
    });
    page = await until(statement, 60, async () => {
      const it = await json(
        `${session}/operations/${operationHandle}/result/0`,
      );
      return it.resultType !== 'NOT_READY' && it;
    });
    expect(page.errors).toBeUndefined();
  }
  return page;
}

const jobState = async (id: string) =>
  (await json(`${endpoints.flinkRestUrl}/jobs/${id}/status`)).status;

async function finished(id: string): Promise<void> {
  const state = await until(`job ${id} ends`, 90, async () => {
    const it = await jobState(id);
    return ['FINISHED', 'FAILED', 'CANCELED'].includes(it) && it;
  });
  expect(state).toBe('FINISHED');
}

const seatunnel = (path: string, body?: unknown) =>
  json(`${endpoints.seatunnelUrl}/hazelcast/rest/maps${path}`, body);

const inDatabase = (database: string, statement: string) => {
  const { databases: _, ...login } = endpoints.postgres!;
  return withPostgres(
    { ...login, password: login.password!, database },
    async client => (await client.query(statement)).rows,
  );
};

function answersOn(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 1000 }, () => {
      socket.destroy();
      resolve(true);
    });
    const no = () => {
      socket.destroy();
      resolve(false);
    };
    socket.once('error', no);
    socket.once('timeout', no);
  });
}

afterAll(async () => {
  if (isSupervisorAlive(dir)) {
    await sendRequest(dir, { action: 'stop' });
  }
  await until('the supervisor ends', 30, () => !isSupervisorAlive(dir));
  removeEngines(dir);
});

describe('the engines', () => {
  it('all start', async () => {
    await up();
    const status = readStatus(dir)!;
    expect(
      SERVICE_NAMES.map(name => [name, status.services[name]?.state]),
    ).toEqual(SERVICE_NAMES.map(name => [name, 'running']));
    expect(status.supervisorPid).toBe(supervisor.pid);
    expect(JSON.stringify(status)).not.toContain(endpoints.postgres!.password);
  });

  it('listen on loopback only', async () => {
    const ports = Object.values(await reservePorts(dir));
    const addresses = Object.values(networkInterfaces())
      .flat()
      .filter(it => it && !it.internal && it.family === 'IPv4')
      .map(it => it!.address);
    const answers = (hosts: string[]) =>
      Promise.all(
        hosts.flatMap(host => ports.map(port => answersOn(host, port))),
      );
    expect(await answers(['127.0.0.1'])).toEqual(ports.map(() => true));
    expect(await answers(addresses)).not.toContain(true);
  });

  it('Flink: eight slots, and a SQL job from Kafka to PostgreSQL that the history server remembers', async () => {
    expect(await json(`${endpoints.flinkRestUrl}/overview`)).toMatchObject({
      'flink-version': '2.3.0',
      'slots-total': 8,
    });
    expect(await json(`${endpoints.sqlGatewayUrl}/info`)).toEqual({
      productName: 'Apache Flink',
      version: '2.3.0',
    });
    const broker = endpoints.kafkaBootstrapServers!;
    expect(await createTopics(broker, ['orders', 'other'])).toEqual([
      'orders',
      'other',
    ]);
    expect(await createTopics(broker, ['orders'])).toEqual([]);
    const kafkaTable = `CREATE TABLE orders (id INT, customer INT) WITH ('connector'='kafka', 'topic'='orders',
      'properties.bootstrap.servers'='${broker}', 'scan.startup.mode'='earliest-offset',
      'scan.bounded.mode'='latest-offset', 'format'='json')`;
    const write = await sql(
      kafkaTable,
      `CREATE TABLE generated (id INT, customer INT) WITH ('connector'='datagen', 'number-of-rows'='60',
        'fields.id.kind'='sequence', 'fields.id.start'='1', 'fields.id.end'='60',
        'fields.customer.min'='1', 'fields.customer.max'='1')`,
      'INSERT INTO orders SELECT * FROM generated',
    );
    await finished(write.jobID);

    await inDatabase(
      'warehouse',
      'CREATE TABLE totals (customer INT PRIMARY KEY, orders BIGINT)',
    );
    const { host, port, user, password } = endpoints.postgres!;
    const aggregate = await sql(
      kafkaTable,
      `CREATE TABLE totals (customer INT, orders BIGINT, PRIMARY KEY (customer) NOT ENFORCED) WITH ('connector'='jdbc',
        'url'='jdbc:postgresql://${host}:${port}/warehouse', 'table-name'='totals', 'username'='${user}', 'password'='${password}')`,
      'INSERT INTO totals SELECT customer, COUNT(*) FROM orders GROUP BY customer',
    );
    await finished(aggregate.jobID);
    expect(await inDatabase('warehouse', 'SELECT * FROM totals')).toEqual([
      { customer: 1, orders: '60' },
    ]);

    await until('the history server has the job', 30, async () => {
      // before its first look into the archive it has no such page
      const { jobs } = await json(
        `${endpoints.flinkHistoryUrl}/jobs/overview`,
      ).catch(() => ({ jobs: undefined }));
      return jobs?.some((it: { jid: string }) => it.jid === aggregate.jobID);
    });
  });

  it('SeaTunnel: runs a job from its REST API', async () => {
    const { jobId } = await seatunnel('/submit-job?jobName=demo&jobId=4711', {
      env: { 'job.mode': 'BATCH' },
      source: [
        {
          plugin_name: 'FakeSource',
          result_table_name: 'rows',
          'row.num': 5,
          schema: { fields: { id: 'int' } },
        },
      ],
      sink: [{ plugin_name: 'Console', source_table_name: ['rows'] }],
    });
    expect(jobId).toBe('4711');
    await until(
      'the job ends',
      60,
      async () => (await seatunnel('/job-info/4711')).jobStatus === 'FINISHED',
    );
  });

  it('PostgreSQL: two databases, logical decoding, no entry without the password', async () => {
    expect(await inDatabase('shop', 'SHOW wal_level')).toEqual([
      { wal_level: 'logical' },
    ]);
    const { host, port, user } = endpoints.postgres!;
    await expect(
      withPostgres(
        { host, port, user, password: 'wrong', database: 'shop' },
        client => client.query('SELECT 1'),
      ),
    ).rejects.toThrow(/password authentication failed/);
  });

  it('say how much memory they use, below 2.5 GB in all', async () => {
    const services = await until('memory is measured', 15, () => {
      const all = Object.values(readStatus(dir)!.services);
      return all.every(it => (it.rssBytes ?? 0) > 1e7) && all;
    });
    const total = services.reduce((sum, it) => sum + it.rssBytes!, 0);
    expect(total).toBeLessThan(2.5e9);
  });

  it('a killed TaskManager is seen, and comes back with the job that ran on it', async () => {
    const { jobID } = await sql(
      `CREATE TABLE endless (id INT) WITH ('connector'='datagen', 'rows-per-second'='5')`,
      `CREATE TABLE nowhere (id INT) WITH ('connector'='blackhole')`,
      'INSERT INTO nowhere SELECT * FROM endless',
    );
    await until(
      'the job runs',
      60,
      async () => (await jobState(jobID)) === 'RUNNING',
    );
    await sendRequest(dir, { action: 'kill', name: 'taskmanager' });
    expect(readStatus(dir)!.services.flink).toMatchObject({
      state: 'failed',
      message: 'TaskManager was ended by SIGKILL.',
      remedy: expect.stringContaining('restart flink'),
      processes: {
        jobmanager: { state: 'running' },
        taskmanager: { state: 'failed' },
      },
    });
    await sendRequest(dir, { action: 'restart', name: 'taskmanager' }).catch(
      error => {
        // the folder is deleted after the test: say now what there is to know
        const log = flinkLogFile(dir, 'taskmanager');
        throw new Error(`${error.message}\n${tailOf(log).slice(-6000)}`);
      },
    );
    expect(readStatus(dir)!.services.flink?.state).toBe('running');
    await until('its tasks run again', 60, async () => {
      const { jobs } = await json(`${endpoints.flinkRestUrl}/jobs/overview`);
      const job = jobs.find((it: { jid: string }) => it.jid === jobID);
      return job?.state === 'RUNNING' && job.tasks.running > 0;
    });
  });

  it('a process that ends by itself is started again by itself', async () => {
    const { pid } = readStatus(dir)!.services.kafka!;
    process.kill(pid!, 'SIGTERM');
    const failed = await until('the end is seen', 20, () => {
      const { kafka } = readStatus(dir)!.services;
      return kafka?.state === 'failed' && kafka;
    });
    expect(failed).toMatchObject({
      message: expect.stringMatching(/^Kafka (ended with code|was ended by)/),
      remedy: expect.stringContaining('started again by itself in 1 s'),
    });
    const back = await until('it is back', 60, () => {
      const { kafka } = readStatus(dir)!.services;
      return kafka?.state === 'running' && kafka;
    });
    expect(back.pid).not.toBe(pid);
  });

  it('none outlives a supervisor that is killed with SIGKILL', async () => {
    // JobManager, TaskManager, gateway, history, SeaTunnel, Kafka, PostgreSQL, and a guard for each
    expect(alive().length).toBeGreaterThanOrEqual(14);
    supervisor.kill('SIGKILL');
    await until('every process has ended', 15, () => alive().length === 0);
    expect(isSupervisorAlive(dir)).toBe(false);
    expect(await attachEngines(dir)).toBeUndefined();
    expect(readStatus(dir)!.services.flink).toMatchObject({
      state: 'stopped',
      message: expect.stringContaining('ended without stopping it in order'),
    });
  });

  it('start again quickly on the same ports, without Maven, and remember', async () => {
    const before = endpoints;
    // Maven would fail now, if anything ran it
    const shim = join(dir, 'shim');
    mkdirSync(shim);
    writeScript(join(shim, 'mvn'), 'exit 1');
    const seconds = await up(`${shim}:${process.env.PATH}`);
    expect(seconds).toBeLessThan(60);
    expect(endpoints).toEqual(before);
    expect(await inDatabase('warehouse', 'SELECT * FROM totals')).toHaveLength(
      1,
    );
    expect(
      await createTopics(endpoints.kafkaBootstrapServers!, ['orders']),
    ).toEqual([]);
    expect((await seatunnel('/job-info/4711')).jobStatus).toBe('FINISHED');
  });

  it('all end on Ctrl-C', async () => {
    const ended = new Promise(resolve => {
      supervisor.once('exit', code => resolve(code));
    });
    supervisor.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(alive()).toEqual([]);
    expect(
      Object.values(readStatus(dir)!.services).map(it => it.state),
    ).toEqual(SERVICE_NAMES.map(() => 'stopped'));
    expect(readFileSync(join(dir, 'processes.json'), 'utf8').trim()).toBe('[]');
  });
});
