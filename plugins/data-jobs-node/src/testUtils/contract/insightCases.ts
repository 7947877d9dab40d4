import { EngineCapabilities } from '@datalark/backstage-plugin-data-jobs-common';
import { VerbRefusedError } from '../../engineErrors';
import { ContractRig } from './ContractRig';

/** What an engine tells about a run when it is asked. */
export function insightCases(rig: () => ContractRig): void {
  /** True when the engine has it; otherwise checks that it says so properly. */
  const has = async (
    capability: keyof EngineCapabilities,
    ask: (engineJobId: string) => Promise<unknown>,
  ): Promise<boolean> => {
    if (rig().engine.capabilities[capability]) return true;
    await ask(rig().engine.allocateJobId()).catch(error =>
      expect(error).toBeInstanceOf(VerbRefusedError),
    );
    return false;
  };

  it('tells the failures of a job that failed, newest first', async () => {
    const { engine, bench } = rig();
    const ask = (id: string) => engine.exceptions(id, rig().call());
    if (!(await has('exceptions', ask))) return;
    if (!bench.failing) return;
    const submission = rig().submission(bench.failing());
    await engine.submit(submission, rig().call());
    const exceptions = await rig().poll(
      () => ask(submission.engineJobId),
      found => found.length > 0,
    );
    expect(exceptions[0].message).toMatch(/\S/);
    expect(exceptions[0].name).toMatch(/\S/);
    const times = exceptions.map(exception => exception.at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('tells no failure of a job that is well', async () => {
    const { engine } = rig();
    const ask = (id: string) => engine.exceptions(id, rig().call());
    if (!(await has('exceptions', ask))) return;
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    expect(await ask(engineJobId)).toEqual([]);
  });

  it('counts checkpoints', async () => {
    const { engine } = rig();
    const ask = (id: string) => engine.checkpointStats(id, rig().call());
    if (!(await has('checkpoints', ask))) return;
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    const stats = await ask(engineJobId);
    for (const count of [stats.completed, stats.failed, stats.inProgress]) {
      expect(Number.isInteger(count) && count >= 0).toBe(true);
    }
  });

  it('tells finite numbers with names', async () => {
    const { engine } = rig();
    const ask = (id: string) => engine.metrics(id, rig().call());
    if (!(await has('metrics', ask))) return;
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    const metrics = await rig().poll(
      () => ask(engineJobId),
      found => found.length > 0,
    );
    for (const metric of metrics) {
      expect(metric.name).toMatch(/\S/);
      expect(Number.isFinite(metric.value)).toBe(true);
    }
  });

  it('tells the graph of a job, whose edges join its nodes', async () => {
    const { engine } = rig();
    const ask = (id: string) => engine.plan(id, rig().call());
    if (!(await has('plan', ask))) return;
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    const { nodes, edges } = await ask(engineJobId);
    expect(nodes).not.toEqual([]);
    const ids = new Set(nodes.map(node => node.id));
    expect(ids.size).toBe(nodes.length);
    expect(edges.filter(e => !ids.has(e.from) || !ids.has(e.to))).toEqual([]);
  });

  it('gives the newest part of the log, not more than was asked for', async () => {
    const { engine } = rig();
    const ask = (id: string, maxBytes = 200) =>
      engine.log(id, { ...rig().call(), maxBytes });
    if (!(await has('logs', ask))) return;
    const { engineJobId } = await rig().run(rig().bench.longRunning());
    const small = await ask(engineJobId, 20);
    expect(Buffer.byteLength(small.text)).toBeLessThanOrEqual(20);
    const large = await ask(engineJobId, 100_000);
    expect(Buffer.byteLength(large.text)).toBeLessThanOrEqual(100_000);
    expect(large.source).toMatch(/\S/);
  });
}
