import http from 'node:http';
import { AddressInfo } from 'node:net';
import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { FaultyProxy } from '../__testUtils__/FaultyProxy';
import { HttpAnswerError } from './HttpAnswerError';
import { HttpClient } from './HttpClient';

describe('HttpClient', () => {
  let server: http.Server;
  let proxy: FaultyProxy;
  let client: HttpClient;
  const signal = AbortSignal.timeout(20_000);

  beforeAll(async () => {
    server = http.createServer((_, answer) =>
      answer.end(JSON.stringify({ hello: 'x'.repeat(2_000) })),
    );
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    proxy = await FaultyProxy.to(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    );
    client = new HttpClient(proxy.url, 'Flink');
  });

  afterAll(async () => {
    await proxy.close();
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  });

  const failure = (request: Parameters<HttpClient['json']>[0]) =>
    client.json(request).then(
      () => undefined,
      error => error,
    );

  it('reads an answer', async () => {
    expect(await client.json({ path: '/', signal })).toHaveProperty('hello');
  });

  it.each([
    ['drop-answer' as const, 'broke the connection off'],
    ['cut-off' as const, 'broke the connection off'],
    ['hang' as const, 'did not answer within 0.2 s'],
    [{ status: 200, body: '<html>' }, 'not JSON'],
    [{ status: 502, body: '<h1>Bad gateway</h1>' }, 'status 502'],
    [
      {
        status: 302,
        headers: { location: 'http://169.254.169.254/' },
        body: '',
      },
      'redirect, which is not followed',
    ],
  ])('makes a sentence of %j', async (fault, sentence) => {
    proxy.breakNext(/./, fault);
    const error = await failure({ path: '/', signal, timeoutMs: 200 });
    expect(error).toBeInstanceOf(EngineUnavailableError);
    expect(error.message).toContain(sentence);
    expect(error.message).toContain(`Flink at ${proxy.url}`);
  });

  it('reads no more than it is allowed to', async () => {
    const error = await failure({ path: '/', signal, maxBytes: 1_024 });
    expect(error.message).toContain('more than 1 KiB');
  });

  it('hands over what Flink says, and knows when it misses a job', async () => {
    const body = JSON.stringify({
      errors: ['x: Job 0123 not found\n\tat a.b(C.java:1)'],
    });
    proxy.breakNext(/./, { status: 404, body });
    const error = await failure({ path: '/', signal });
    expect(error).toBeInstanceOf(HttpAnswerError);
    expect(error.isUnknownJob).toBe(true);
    expect(error.message).not.toContain('C.java');
  });

  it('says that nobody is there', async () => {
    const closed = new HttpClient('http://127.0.0.1:1', 'Flink');
    await expect(closed.json({ path: '/', signal })).rejects.toThrow(
      'Flink at http://127.0.0.1:1 does not answer: the connection was refused.',
    );
  });

  it('stops when it is told to, and says so when it was a time limit', async () => {
    proxy.breakNext(/./, 'hang');
    const stop = new AbortController();
    const pending = failure({ path: '/', signal: stop.signal });
    stop.abort();
    expect((await pending).name).toBe('AbortError');

    proxy.breakNext(/./, 'hang');
    const late = await failure({
      path: '/',
      signal: AbortSignal.timeout(100),
    });
    expect(late).toBeInstanceOf(EngineUnavailableError);
  });
});
