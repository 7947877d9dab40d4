import http from 'node:http';
import { AddressInfo } from 'node:net';

/** What the proxy does to one answer instead of passing it on. */
export type Fault =
  /** The request arrives; the connection breaks before the answer does. */
  | 'drop-answer'
  /** The request does not arrive. */
  | 'refuse'
  /** Half of the answer, then the connection breaks. */
  | 'cut-off'
  /** The request arrives; no answer, no end. */
  | 'hang'
  | { status: number; headers?: Record<string, string>; body: string };

/** Stands between an engine and Flink, and lets a test break what passes. */
export class FaultyProxy {
  readonly #server: http.Server;
  readonly #faults: Array<{
    matches: (request: string, body: string) => boolean;
    fault: Fault;
  }> = [];
  /** `METHOD /path` of all requests, in order. */
  readonly requests: string[] = [];
  isReachable = true;

  private constructor(private readonly target: URL) {
    this.#server = http.createServer((request, answer) => {
      void this.#pass(request, answer);
    });
  }

  static async to(target: string): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(new URL(target));
    await new Promise<void>(resolve =>
      proxy.#server.listen(0, '127.0.0.1', resolve),
    );
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Breaks the next request whose `METHOD /path` and body fit. */
  breakNext(path: RegExp, fault: Fault, body: RegExp = /^/): void {
    this.#faults.push({
      matches: (request, text) => path.test(request) && body.test(text),
      fault,
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #pass(
    request: http.IncomingMessage,
    answer: http.ServerResponse,
  ): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const line = `${request.method} ${request.url}`;
    this.requests.push(line);
    if (!this.isReachable) {
      request.socket.destroy();
      return;
    }
    const at = this.#faults.findIndex(f => f.matches(line, body.toString()));
    const fault = at < 0 ? undefined : this.#faults.splice(at, 1)[0].fault;
    if (fault === 'refuse') {
      request.socket.destroy();
      return;
    }
    if (typeof fault === 'object') {
      answer.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    const got = await this.#forward(request, body);
    switch (fault) {
      case 'drop-answer':
        request.socket.destroy();
        break;
      case 'hang':
        break;
      case 'cut-off':
        answer.writeHead(got.status, {
          'content-type': 'application/json',
          'content-length': got.body.length,
        });
        answer.write(got.body.subarray(0, got.body.length / 2), () =>
          request.socket.destroy(),
        );
        break;
      default:
        answer
          .writeHead(got.status, { 'content-type': 'application/json' })
          .end(got.body);
    }
  }

  #forward(
    request: http.IncomingMessage,
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
          const parts: Buffer[] = [];
          for await (const part of got) parts.push(part as Buffer);
          resolve({ status: got.statusCode ?? 0, body: Buffer.concat(parts) });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
