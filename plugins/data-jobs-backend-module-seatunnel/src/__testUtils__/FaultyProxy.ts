import http from 'node:http';
import { AddressInfo } from 'node:net';

/** Stands between an engine and its server, and breaks the line on demand. */
export class FaultyProxy {
  #reachable = true;
  #loseNextSubmission = false;
  readonly #server: http.Server;

  private constructor(private readonly target: URL) {
    this.#server = http.createServer((request, response) =>
      this.#forward(request, response),
    );
  }

  static async start(target: string): Promise<FaultyProxy> {
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

  setReachable(reachable: boolean): void {
    this.#reachable = reachable;
    if (!reachable) this.#server.closeAllConnections();
  }

  /** The next submission arrives; its answer does not. */
  loseNextAnswer(): void {
    this.#loseNextSubmission = true;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #forward(request: http.IncomingMessage, response: http.ServerResponse): void {
    if (!this.#reachable) {
      request.socket.destroy();
      return;
    }
    const lose =
      this.#loseNextSubmission && request.url?.includes('/submit-job');
    if (lose) this.#loseNextSubmission = false;
    const onward = http.request(
      {
        host: this.target.hostname,
        port: this.target.port,
        path: request.url,
        method: request.method,
        headers: { ...request.headers, host: this.target.host },
        agent: false,
      },
      answer => {
        if (lose) {
          answer.resume();
          answer.on('end', () => request.socket.destroy());
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  }
}
