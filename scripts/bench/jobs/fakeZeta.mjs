import { createServer } from 'node:http';
import { listening } from './fakeFlink.mjs';

/** Ids of the jobs that the fake runs. */
export const zetaJobId = index => String(900_000_000_000_000_000n + BigInt(index));

/** A Zeta server that speaks REST v2 in the shapes of 2.3.12: `count` jobs that run. */
export async function startFakeZeta(count) {
  const states = new Map(Array.from({ length: count }, (_, i) => [zetaJobId(i), 'RUNNING']));
  const fake = { calls: 0, states, setState: (id, state) => states.set(id, state) };
  const stamp = new Date(Date.now() - 3_600_000).toLocaleString('sv-SE');
  const metrics = { SourceReceivedCount: '10', SinkWriteCount: '10', SourceReceivedBytes: '170', SourceReceivedQPS: '1.0', TableSourceReceivedCount: { fake: '10' }, TableSinkWriteCount: { fake: '10' } };
  const describe = ([jobId, jobStatus]) => ({
    jobId, jobName: `zeta-${jobId}`, jobStatus,
    ...(jobStatus === 'RUNNING' ? { envOptions: { 'job.mode': 'STREAMING' }, isStartWithSavePoint: false } : { errorMsg: 'Fake failure', finishTime: new Date().toLocaleString('sv-SE') }),
    createTime: stamp, pluginJarsUrls: [], metrics,
    jobDag: { jobId, pipelineEdges: { 1: [{ inputVertexId: '1', targetVertexId: '2' }] }, vertexInfoMap: [{ vertexId: 1, type: 'source', vertexName: 'pipeline-1 [Source[0]-FakeSource]', tablePaths: ['fake'] }, { vertexId: 2, type: 'sink', vertexName: 'pipeline-1 [Sink[0]-Console]', tablePaths: ['fake'] }] },
  });
  const list = live => [...states].filter(([, state]) => (state === 'RUNNING') === live).map(describe);
  const answers = path => {
    if (path === '/overview') return { projectVersion: '2.3.12', gitCommitAbbrev: 'fake', totalSlot: '0', unassignedSlot: '0', runningJobs: String(count), workers: '1' };
    if (path === '/running-jobs') return list(true);
    if (path.startsWith('/finished-jobs')) return list(false);
    const [, id] = path.match(/^\/job-info\/(\d+)$/) ?? [];
    if (id) return states.has(id) ? describe([id, states.get(id)]) : { jobId: id };
    return undefined;
  };
  const server = createServer((request, response) => {
    fake.calls += 1;
    const answer = answers(new URL(request.url, 'http://fake').pathname);
    response.writeHead(answer ? 200 : 404, { 'content-type': answer ? 'application/json' : 'text/html' });
    response.end(answer ? JSON.stringify(answer) : '<html><body><h2>HTTP ERROR 404 Not Found</h2></body></html>');
  });
  return listening(server, fake);
}
