import { AddressInfo, connect, createServer, Server, Socket } from 'net';
import knexFactory, { Knex } from 'knex';

/** A way to a PostgreSQL that can be cut, as if the server were down. */
export class DatabaseLine {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #knex: Knex | undefined;

  /** To the database that `direct` leads to. */
  constructor(private readonly direct: Knex) {}

  /** Connections that go by this line. */
  async open(): Promise<Knex> {
    await this.mend();
    const { connection } = this.direct.client.config;
    this.#knex = knexFactory({
      client: 'pg',
      // What is cut shall be heard of in answers, not in the output of tests.
      log: { warn() {}, error() {} },
      connection: {
        ...connection,
        // Knex hides it.
        password: connection.password,
        host: '127.0.0.1',
        port: this.#port,
      },
    });
    return this.#knex;
  }

  /** Ends every connection, and refuses new ones. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = new Promise(resolve => server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    if (server) await closed;
  }

  async mend(): Promise<void> {
    const { host, port } = this.direct.client.config.connection;
    const server = createServer(near => {
      const far = connect(port, host);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        const other = socket === near ? far : near;
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
    await new Promise<void>(resolve =>
      server.listen(this.#port, '127.0.0.1', resolve),
    );
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    await this.#knex?.destroy();
    await this.cut();
  }
}
