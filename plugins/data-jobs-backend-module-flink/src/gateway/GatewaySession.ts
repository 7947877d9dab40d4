import {
  EngineCall,
  EngineUnavailableError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { pause } from '../http/pause';
import { HttpClient } from '../http/HttpClient';

/** What a statement answered. */
export type StatementResult = {
  /** Of a statement that started a job. */
  jobId?: string;
  rows: unknown[][];
};

type ResultPage = {
  resultType?: 'NOT_READY' | 'PAYLOAD' | 'EOS';
  jobID?: string;
  results?: { data?: Array<{ fields?: unknown[] }> };
  nextResultUri?: string;
};

const MAX_ROWS = 10_000;

/** A session of the SQL Gateway. Statements run one after the other. */
export class GatewaySession {
  constructor(
    private readonly http: HttpClient,
    private readonly path: string,
  ) {}

  /**
   * Runs one statement and waits for its end, or for its job's id. Rejects with
   * an `HttpAnswerError` when Flink refuses it. `executionConfig` holds for this
   * statement only.
   */
  async execute(
    statement: string,
    call: EngineCall,
    executionConfig?: Record<string, string>,
  ): Promise<StatementResult> {
    const { operationHandle } = await this.http.json<{
      operationHandle?: string;
    }>({
      method: 'POST',
      path: `${this.path}/statements`,
      json: { statement, ...(executionConfig ? { executionConfig } : {}) },
      signal: call.signal,
      timeoutMs: 30_000,
    });
    if (typeof operationHandle !== 'string') {
      throw new EngineUnavailableError(
        'The SQL Gateway took a statement and gave no operation for it.',
      );
    }
    const operation = `${this.path}/operations/${encodeURIComponent(
      operationHandle,
    )}`;
    const rows: unknown[][] = [];
    let token = 0;
    for (let waits = 0; ; ) {
      const page = await this.http.json<ResultPage>({
        path: `${operation}/result/${token}?rowFormat=JSON`,
        signal: call.signal,
        timeoutMs: 60_000,
      });
      const data = page.results?.data ?? [];
      rows.push(...data.map(row => row.fields ?? []));
      if (page.jobID) return { jobId: page.jobID, rows };
      if (page.resultType === 'EOS' || rows.length > MAX_ROWS) return { rows };
      const next = nextToken(page.nextResultUri);
      if (next === undefined && page.resultType !== 'NOT_READY') {
        return { rows };
      }
      token = next ?? token;
      if (page.resultType === 'NOT_READY' || !data.length) {
        await pause(Math.min(1_000, 20 * 1.5 ** waits), call.signal);
        waits += 1;
      }
    }
  }

  /** Ends the session; its jobs run on. Does not reject. */
  async close(): Promise<void> {
    await this.http
      .json({
        method: 'DELETE',
        path: this.path,
        signal: AbortSignal.timeout(5_000),
      })
      .catch(() => undefined);
  }
}

/** Only the token is taken from Flink's address, never the address. */
function nextToken(uri: string | undefined): number | undefined {
  const match = /\/result\/(\d+)(?:\?|$)/.exec(uri ?? '');
  return match ? Number(match[1]) : undefined;
}
