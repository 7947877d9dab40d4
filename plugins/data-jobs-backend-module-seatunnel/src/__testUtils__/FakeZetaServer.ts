import http from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { FakeZetaCluster, FakeZetaRefusal } from './FakeZetaCluster';
import { describeFakeJob, LIVE } from './FakeZetaJob';

type Answer = { status: number; body: string; type?: string };

/** How the fake server speaks. */
export type FakeZetaOptions = {
  restApi: 'v1' | 'v2';
  version: string;
  /** Lists as `{data, total}`, as from 3.0. */
  paged?: boolean;
};

/**
 * A Zeta server's REST interface over HTTP, in the shapes recorded from real
 * servers. `override` answers instead of it: garbage, HTML, half answers.
 */
export class FakeZetaServer {
  readonly cluster = new FakeZetaCluster();
  readonly seen: string[] = [];
  workers = 1;
  reachable = true;
  loseNextSubmission = false;
  override?: (
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ) => boolean;
  readonly #server: http.Server;

  private constructor(readonly options: FakeZetaOptions) {
    this.#server = http.createServer((request, response) => {
      this.#answer(request, response).catch(() => request.socket.destroy());
    });
  }

  static async start(options: FakeZetaOptions): Promise<FakeZetaServer> {
    const server = new FakeZetaServer(options);
    await new Promise<void>(resolve =>
      server.#server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.cluster.dispose();
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    this.seen.push(`${request.method} ${request.url}`);
    if (!this.reachable) {
      request.socket.destroy();
      return;
    }
    if (this.override?.(request, response)) return;
    const body = await text(request);
    const answer = this.#route(request, body);
    if (this.loseNextSubmission && request.url?.includes('/submit-job')) {
      this.loseNextSubmission = false;
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': answer.type ?? 'application/json',
    });
    response.end(answer.body);
  }

  #route(request: http.IncomingMessage, body: string): Answer {
    const url = new URL(request.url ?? '/', this.url);
    const prefix = this.options.restApi === 'v1' ? '/hazelcast/rest/maps' : '';
    if (!url.pathname.startsWith(`${prefix}/`)) return this.#nothingHere();
    const [, verb, argument] = url.pathname.slice(prefix.length).split('/');
    const query = url.searchParams;
    try {
      switch (`${request.method} ${verb}`) {
        case 'GET overview':
          return json(this.#overview());
        case 'GET running-jobs':
          return this.#list(live => live, query);
        case 'GET finished-jobs':
          return this.#list(live => !live, query);
        case 'GET job-info':
          return this.#jobInfo(argument);
        case 'POST submit-job':
          return json(
            this.cluster.submit(body, {
              jobId: query.get('jobId') ?? '',
              jobName: query.get('jobName') ?? '',
              fromSavepoint: query.get('isStartWithSavePoint') === 'true',
            }),
          );
        case 'POST stop-job': {
          const stop = JSON.parse(body);
          this.cluster.stop(String(stop.jobId), stop.isStopWithSavePoint);
          return json({ jobId: String(stop.jobId) });
        }
        case 'GET logs':
          return this.options.restApi === 'v1'
            ? this.#nothingHere()
            : json([
                {
                  node: '127.0.0.1:5801',
                  logLink: `http://192.0.2.1/logs/job-${argument}.log`,
                  logName: `job-${argument}.log`,
                },
              ]);
        case 'GET log':
          return {
            status: 200,
            type: 'text/plain',
            body: `2026-11-21 08:31:10,979 INFO Init JobMaster\n`.repeat(500),
          };
        default:
          return this.#nothingHere();
      }
    } catch (error) {
      if (!(error instanceof FakeZetaRefusal)) throw error;
      return {
        status: error.status,
        body: JSON.stringify({ status: 'fail', message: error.message }),
      };
    }
  }

  #overview(): Record<string, string> {
    const jobs = [...this.cluster.jobs.values()];
    return {
      projectVersion: this.options.version,
      gitCommitAbbrev: '8604631',
      totalSlot: '0',
      unassignedSlot: '0',
      runningJobs: String(jobs.filter(j => LIVE.includes(j.status)).length),
      workers: String(this.workers),
    };
  }

  #jobInfo(jobId: string): Answer {
    if (!/^\d+$/.test(jobId)) {
      throw new FakeZetaRefusal(500, `For input string: "${jobId}"`);
    }
    const job = this.cluster.jobs.get(jobId);
    return job
      ? { status: 200, body: describeFakeJob(job, this.options.restApi) }
      : json({ jobId });
  }

  #list(wanted: (live: boolean) => boolean, query: URLSearchParams): Answer {
    const jobs = [...this.cluster.jobs.values()].filter(job =>
      wanted(LIVE.includes(job.status)),
    );
    const rows = jobs.map(job => describeFakeJob(job, this.options.restApi));
    if (!this.options.paged) return { status: 200, body: `[${rows.join()}]` };
    const size = Math.min(2, Number(query.get('rows') ?? 10));
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    const page = rows.slice(start, start + size).join();
    return {
      status: 200,
      body: `{"data":[${page}],"total":${rows.length}}`,
    };
  }

  /** v1: 400 and nothing; v2: Jetty's page. */
  #nothingHere(): Answer {
    return this.options.restApi === 'v1'
      ? { status: 400, body: '' }
      : {
          status: 404,
          type: 'text/html',
          body: '<html><body><h2>HTTP ERROR 404 Not Found</h2><hr/>Powered by Jetty:// 9.4.56</body></html>',
        };
  }
}

function json(value: unknown): Answer {
  return { status: 200, body: JSON.stringify(value) };
}
