import {
  EngineCall,
  EngineUnavailableError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { HttpClient, HttpRequest } from '../http/HttpClient';
import { GatewaySession } from './GatewaySession';

/** Versions of the Gateway's REST API that this module speaks, best first. */
const SPOKEN = ['v4', 'v3', 'v2', 'v1'];

/**
 * The SQL Gateway's REST API.
 * See https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql-gateway/rest/
 */
export class SqlGatewayClient {
  readonly #http: HttpClient;

  constructor(sqlGatewayUrl: string) {
    this.#http = new HttpClient(sqlGatewayUrl, 'The SQL Gateway');
  }

  send<T>(request: HttpRequest): Promise<T> {
    return this.#http.json<T>(request);
  }

  /** Version of Flink that the Gateway runs, e.g. `2.3.0`. */
  async version(call: EngineCall): Promise<string> {
    const { version } = await this.send<{ version?: string }>({
      path: '/info',
      signal: call.signal,
    });
    if (typeof version !== 'string') {
      throw new EngineUnavailableError(
        `What answers at ${
          this.#http.address
        } is no SQL Gateway: it does not ` +
          'tell its version. Check sqlGatewayUrl.',
      );
    }
    return version;
  }

  /**
   * Opens a session; the caller closes it. `properties` are Flink
   * configuration that holds for the session.
   */
  async openSession(
    properties: Record<string, string>,
    call: EngineCall,
  ): Promise<GatewaySession> {
    const version = await this.#apiVersion(call);
    const { sessionHandle } = await this.send<{ sessionHandle?: string }>({
      method: 'POST',
      path: `/${version}/sessions`,
      json: { sessionName: 'datalark', properties },
      signal: call.signal,
      timeoutMs: 30_000,
    });
    if (typeof sessionHandle !== 'string') {
      throw new EngineUnavailableError('The SQL Gateway opened no session.');
    }
    const path = `/${version}/sessions/${encodeURIComponent(sessionHandle)}`;
    return new GatewaySession(this.#http, path);
  }

  async #apiVersion(call: EngineCall): Promise<string> {
    const { versions } = await this.send<{ versions?: unknown }>({
      path: '/api_versions',
      signal: call.signal,
    });
    const offered = Array.isArray(versions)
      ? versions.map(version => String(version).toLowerCase())
      : [];
    const version = SPOKEN.find(spoken => offered.includes(spoken));
    if (!version) {
      throw new EngineUnavailableError(
        `The SQL Gateway at ${this.#http.address} speaks ${
          offered.join(', ') || 'no version of its API'
        }; known are ${SPOKEN.join(', ')}.`,
      );
    }
    return version;
  }
}
