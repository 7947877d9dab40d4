import { isUnknownDefinition } from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment } from '../database/DeploymentStore';
import { Stores } from '../database/Stores';
import { DefinitionResolver } from '../definition/DefinitionResolver';
import { effectiveSpec } from '../definition/effectiveSpec';
import { EngineRegistry } from '../engines/EngineRegistry';

const CALL_MS = 5_000;
/** What an engine could not tell is asked again after this time. */
const AGAIN_MS = 60_000;
const MOST_RUNS = 5_000;

/** Knows how often runs take checkpoints, from what was deployed. */
export class CheckpointIntervals {
  readonly #known = new Map<
    string,
    { intervalMs: number | undefined; until: number }
  >();

  constructor(
    private readonly deps: {
      stores: Pick<Stores, 'jobs'>;
      engines: Pick<EngineRegistry, 'find'>;
      definitions: Pick<DefinitionResolver, 'forCheck'>;
    },
  ) {}

  /** Milliseconds; 0: never. Undefined when that cannot be told. */
  async of(deployment: StoredDeployment): Promise<number | undefined> {
    const { runId } = deployment;
    if (!runId) return undefined;
    const known = this.#known.get(runId);
    if (known && Date.now() < known.until) return known.intervalMs;
    const intervalMs = await this.#ask(deployment).catch(() => undefined);
    if (this.#known.size >= MOST_RUNS) {
      this.#known.delete(this.#known.keys().next().value!);
    }
    this.#known.set(runId, {
      intervalMs,
      until: intervalMs === undefined ? Date.now() + AGAIN_MS : Infinity,
    });
    return intervalMs;
  }

  async #ask(deployment: StoredDeployment): Promise<number | undefined> {
    const { stores, engines, definitions } = this.deps;
    const { entityRef, environment, deployedVersion } = deployment;
    const engine = engines.find(deployment.engine);
    if (!engine?.checkpointInterval || !deployedVersion) return undefined;
    const [job, version] = await Promise.all([
      stores.jobs.get(entityRef),
      stores.jobs.version(entityRef, deployedVersion),
    ]);
    if (!job || !version || isUnknownDefinition(version.spec)) return undefined;
    const { definition } = await definitions.forCheck(
      effectiveSpec(version.spec, environment),
      { entityRef, owner: job.owner },
    );
    return engine.checkpointInterval(definition, {
      signal: AbortSignal.timeout(CALL_MS),
    });
  }
}
