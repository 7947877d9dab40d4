import { Config } from '@backstage/config';
import {
  EngineCapabilities,
  EngineStatus,
  engineReadPermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Stores } from '../database/Stores';
import { ConfiguredEngine, EngineRegistry } from '../engines/EngineRegistry';
import { LocalService, readLocalServices } from '../engines/localEngines';
import { localServiceProblem } from '../engines/localServiceProblem';
import { Redactor } from '../secrets/Redactor';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';

const NOTHING: EngineCapabilities = {
  jobTypes: [],
  verbs: [],
  liveSavepoints: false,
  restoreFromLocation: false,
  jars: false,
  exceptions: false,
  checkpoints: false,
  plan: false,
  metrics: false,
  logs: false,
};

/** Tells of the configured engines, the wrongly configured ones too. */
export class EnginesService {
  constructor(
    private readonly deps: {
      config: Config;
      stores: Pick<Stores, 'engines'>;
      engines: EngineRegistry;
      authorizer: Authorizer;
      redactor: Redactor;
    },
  ) {}

  async list(caller: Caller): Promise<EngineStatus[]> {
    const { config, stores, engines, authorizer, redactor } = this.deps;
    await authorizer.require(caller, engineReadPermission);
    const seen = new Map(
      (await stores.engines.list()).map(one => [one.name, one]),
    );
    const file = config.getOptionalString('dataJobs.localEngines.statusFile');
    const services = file ? await readLocalServices(file) : {};
    const list = engines.list().map((one): EngineStatus => {
      const last = one.engine && seen.get(one.name);
      return {
        name: one.name,
        type: one.type,
        title: one.title,
        webUrl: one.webUrl,
        capabilities: one.engine?.capabilities ?? NOTHING,
        reachable: last?.reachable ?? 'unknown',
        since: last?.since,
        observedAt: last?.observedAt,
        info: last?.info,
        problems: [
          ...(one.problem ? [one.problem] : []),
          ...(last?.problems ?? []),
          ...this.#localProblems(one, services),
        ],
      };
    });
    return redactor.value(list);
  }

  // A local service belongs to the engine whose block names its address.
  #localProblems(
    one: ConfiguredEngine,
    services: Record<string, LocalService>,
  ): EngineStatus['problems'] {
    const block =
      this.deps.config.getOptional<Record<string, unknown>>(
        'dataJobs.engines',
      )?.[one.name];
    const addresses = Object.values((block ?? {}) as object).map(normalUrl);
    return Object.entries(services)
      .filter(
        ([, service]) =>
          service.state !== 'running' &&
          service.url &&
          addresses.includes(normalUrl(service.url)),
      )
      .map(([name, service]) => localServiceProblem(name, service));
  }
}

function normalUrl(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.replace('//localhost:', '//127.0.0.1:').replace(/\/+$/, '');
}
