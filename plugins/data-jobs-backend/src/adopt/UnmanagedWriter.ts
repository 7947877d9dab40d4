import { isLiveState } from '@datalark/backstage-plugin-data-jobs-common';
import { EngineObservation } from '@datalark/backstage-plugin-data-jobs-node';
import { ChangePublisher } from '../changes/ChangePublisher';
import { Stores } from '../database/Stores';
import { Redactor } from '../secrets/Redactor';

/** Keeps the jobs of an engine that are no runs of ours: what goes on now, nothing that ended. */
export class UnmanagedWriter {
  constructor(
    private readonly engine: string,
    private readonly deps: {
      stores: Pick<Stores, 'unmanaged' | 'runs'>;
      changes: Pick<ChangePublisher, 'engineChanged'>;
      redactor: Redactor;
    },
  ) {}

  /** `ours`: engine ids of deployments. Writes only what changed. */
  async write(
    look: EngineObservation & { reachable: true },
    ours: string[],
  ): Promise<void> {
    const { stores, changes, redactor } = this.deps;
    const { engine } = this;
    const own = new Set(ours);
    const going = look.jobs.filter(
      ({ engineJobId, state }) => !own.has(engineJobId) && isLiveState(state),
    );
    const known = going.length
      ? await stores.runs.knownIds(
          engine,
          going.map(one => one.engineJobId),
        )
      : new Set<string>();
    const before = new Map(
      (await stores.unmanaged.list(engine)).map(one => [one.engineJobId, one]),
    );
    let changed = false;
    for (const job of going) {
      if (known.has(job.engineJobId)) continue;
      const old = before.get(job.engineJobId);
      before.delete(job.engineJobId);
      const name = redactor.text(job.name);
      if (old?.state === job.state && old.name === name) continue;
      await stores.unmanaged.save({
        engine,
        engineJobId: job.engineJobId,
        name,
        state: job.state,
        startedAt: job.startedAt,
        firstSeenAt: look.observedAt,
      });
      changed = true;
    }
    for (const gone of before.keys()) {
      await stores.unmanaged.take(engine, gone);
      changed = true;
    }
    if (changed) changes.engineChanged(engine);
  }
}
