import { JobLog } from '@datalark/backstage-plugin-data-jobs-common';
import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { isRecord, numberField, textField } from '../answers/field';
import { JobAnswer, readJobAnswer } from '../answers/JobAnswer';
import { ZetaHttp } from '../http/ZetaHttp';
import { RestProtocol } from './RestProtocol';

const ROWS = 500;
const MAX_PAGES = 200;

/** REST v2: Jetty, from 2.3.9; lists come in pages from 3.0. */
export class RestV2 extends RestProtocol {
  readonly name = 'v2';

  constructor(http: ZetaHttp) {
    super(http, '');
  }

  runningJobs(signal: AbortSignal): Promise<JobAnswer[]> {
    return this.#pages('/running-jobs', signal);
  }

  finishedJobs(signal: AbortSignal): Promise<JobAnswer[]> {
    return this.#pages('/finished-jobs', signal);
  }

  /** A list, or `{data, total}` page by page. */
  async #pages(path: string, signal: AbortSignal): Promise<JobAnswer[]> {
    const jobs: JobAnswer[] = [];
    let seen = 0;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const { json } = await this.get(
        `${path}?page=${page}&rows=${ROWS}`,
        signal,
      );
      const rows = isRecord(json) ? json.data : json;
      if (!Array.isArray(rows)) throw this.strange(path);
      jobs.push(...rows.flatMap(job => readJobAnswer(job) ?? []));
      seen += rows.length;
      const total = isRecord(json) ? numberField(json, 'total') : undefined;
      if (!isRecord(json) || rows.length === 0 || seen >= (total ?? 0)) break;
    }
    return jobs;
  }

  async log(
    jobId: string,
    options: { maxBytes: number; signal: AbortSignal },
  ): Promise<JobLog> {
    const { signal, maxBytes } = options;
    const id = encodeURIComponent(jobId);
    const { json } = await this.get(`/logs/${id}?format=json`, signal);
    const names = (Array.isArray(json) ? json : [])
      .filter(isRecord)
      .map(file => textField(file, 'logName'))
      .filter((name): name is string => isLogName(name));
    const name = names.at(-1);
    if (!name) {
      throw new EngineUnavailableError(
        `SeaTunnel at ${this.http.address} has no log of job ${jobId}. It writes one per job where log4j2 is set up so.`,
      );
    }
    // Not the link that the answer holds: it may lead anywhere.
    const answer = await this.http.send({
      path: `/log/${encodeURIComponent(name)}`,
      signal,
      maxBytes,
      tail: true,
      timeoutMs: 30_000,
    });
    this.check(answer, `/log/${name}`);
    return { source: name, text: answer.text, truncated: answer.cut };
  }
}

function isLogName(name: string | undefined): name is string {
  return name !== undefined && /^[\w.-]+$/.test(name) && !name.startsWith('.');
}
