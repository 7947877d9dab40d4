import http from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What becomes of the answers that pass. */
export type Disturbance =
  /** The connection ends at once. */
  | 'refuse'
  /** Half of the answer, then the connection breaks. */
  | 'cut-off'
  /** A page of HTML, as a proxy in between sends it. */
  | 'garbage'
  /** JSON that says nothing. */
  | 'empty-json'
  /** Each answer takes this long. */
  | { delayMs: number }
  /** The answer is another one, e.g. that of another version. */
  | { rewrite(path: string, body: any): any };

/** Stands between the portal and an engine; counts what passes and disturbs it. */
export class EngineProxy {
  readonly #server: http.Server;
  /** `METHOD /path` of all requests that reached the engine. */
  readonly requests: string[] = [];
  #disturbance?: Disturbance;

  private constructor(private readonly target: URL) {
    this.#server = http.createServer((request, answer) => {
      this.#pass(request, answer).catch(() => request.socket.destroy());
    });
  }

  static async to(target: string): Promise<EngineProxy> {
    const proxy = new EngineProxy(new URL(target));
    await new Promise<void>(listening => {
      proxy.#server.listen(0, '127.0.0.1', listening);
    });
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** From now on; undefined: all is well again. */
  disturb(disturbance?: Disturbance): void {
    this.#disturbance = disturbance;
  }

  /** Requests by a pattern, e.g. how often a job was cancelled. */
  count(pattern: RegExp): number {
    return this.requests.filter(line => pattern.test(line)).length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(closed => {
      this.#server.close(closed);
    });
  }

  async #pass(
    request: http.IncomingMessage,
    answer: http.ServerResponse,
  ): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const disturbance = this.#disturbance;
    if (disturbance === 'refuse') {
      request.socket.destroy();
      return;
    }
    this.requests.push(`${request.method} ${request.url}`);
    const got = await this.#forward(request, answer, Buffer.concat(parts));
    const type = { 'content-type': 'application/json' };
    if (!disturbance) {
      answer.writeHead(got.status, type).end(got.body);
    } else if (disturbance === 'cut-off') {
      answer.writeHead(got.status, {
        ...type,
        'content-length': got.body.length,
      });
      answer.write(got.body.subarray(0, got.body.length / 2), () =>
        request.socket.destroy(),
      );
    } else if (disturbance === 'garbage') {
      answer
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body>Please sign in</body></html>');
    } else if (disturbance === 'empty-json') {
      answer.writeHead(200, type).end('{}');
    } else if ('delayMs' in disturbance) {
      await pause(disturbance.delayMs);
      answer.writeHead(got.status, type).end(got.body);
    } else {
      const body = disturbance.rewrite(
        request.url!,
        JSON.parse(got.body.toString() || '{}'),
      );
      answer.writeHead(got.status, type).end(JSON.stringify(body));
    }
  }

  #forward(
    request: http.IncomingMessage,
    answer: http.ServerResponse,
    body: Buffer,
  ): Promise<{ status: number; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const sent = http.request(
        {
          host: this.target.hostname,
          port: this.target.port,
          method: request.method,
          path: request.url,
          headers: { ...request.headers, host: this.target.host },
        },
        async got => {
          try {
            const parts: Buffer[] = [];
            for await (const part of got) parts.push(part as Buffer);
            resolve({
              status: got.statusCode ?? 0,
              body: Buffer.concat(parts),
            });
          } catch (error) {
            reject(error);
          }
        },
      );
      sent.on('error', reject);
      // The one who asked has given up.
      answer.once('close', () => sent.destroy());
      sent.end(body);
    });
  }
}
