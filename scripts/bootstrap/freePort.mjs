import { createServer } from 'node:net';
import { fail } from './fail.mjs';

/** Ends with a sentence when something listens on the port already. */
export async function needPort(port, flag) {
  const error = await new Promise(resolve => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(undefined)));
  });
  if (!error) return;
  if (error.code === 'EADDRINUSE') {
    fail(
      `Port ${port} is taken by another program (or by a Datalark that runs already).`,
      `Stop it, or choose another port: npm start -- ${flag} ${Number(port) + 1}`,
    );
  }
  fail(`Port ${port} cannot be used (${error.code}).`, `Choose another one: npm start -- ${flag} 7010`);
}
