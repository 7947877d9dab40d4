import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import {
  JobEngine,
  JobEngineFactory,
} from '@datalark/backstage-plugin-data-jobs-node';
import { Redactor } from '../secrets/Redactor';

/** A block under `dataJobs.engines`: an engine, or why there is none. */
export type ConfiguredEngine = {
  name: string;
  type: string;
  title?: string;
  webUrl?: string;
} & (
  | { engine: JobEngine; problem?: undefined }
  | { engine?: undefined; problem: { message: string; remedy: string } }
);

/** The engines of this portal by name. A wrong block is a problem of that engine alone. */
export class EngineRegistry {
  readonly #engines: Map<string, ConfiguredEngine>;

  constructor(engines: ConfiguredEngine[]) {
    this.#engines = new Map(engines.map(one => [one.name, one]));
  }

  static fromConfig(options: {
    config: Config;
    factories: JobEngineFactory[];
    logger: LoggerService;
    redactor: Redactor;
  }): EngineRegistry {
    const { config, factories, redactor } = options;
    const logger = redactor.logger(options.logger);
    const blocks = config.getOptionalConfig('dataJobs.engines');
    const all = config.getOptional<Record<string, unknown>>('dataJobs.engines');
    return new EngineRegistry(
      (blocks?.keys() ?? []).map(name => {
        const key = `dataJobs.engines.${name}`;
        const block = (all?.[name] ?? {}) as Record<string, unknown>;
        const shown = {
          name,
          type: typeof block.type === 'string' ? block.type : 'unknown',
          title: typeof block.title === 'string' ? block.title : undefined,
          webUrl: typeof block.webUrl === 'string' ? block.webUrl : undefined,
        };
        try {
          const one = blocks!.getConfig(name);
          const type = one.getString('type');
          const factory = factories.find(it => it.type === type);
          if (!factory) {
            const known = factories.map(it => it.type).join(', ') || 'none';
            throw new Error(
              `${key}.type is "${type}", and no module brings engines of that type (known: ${known}).`,
            );
          }
          const engine = factory.create({
            name,
            config: one,
            logger: logger.child({ engine: name }),
          });
          return {
            ...shown,
            title: shown.title ?? engine.title,
            webUrl: shown.webUrl ?? engine.webUrl,
            engine,
          };
        } catch (error) {
          const message = redactor.message(error);
          logger.error(`Engine ${name} is left out: ${message}`);
          return {
            ...shown,
            problem: {
              message,
              remedy: `Correct ${key} in app-config and restart the back end.`,
            },
          };
        }
      }),
    );
  }

  list(): ConfiguredEngine[] {
    return [...this.#engines.values()];
  }

  find(name: string): JobEngine | undefined {
    return this.#engines.get(name)?.engine;
  }

  /** The engine, or a `NotFoundError` that says what to do. */
  get(name: string): JobEngine {
    const found = this.#engines.get(name);
    if (found?.engine) return found.engine;
    throw new NotFoundError(
      found?.problem
        ? `The engine "${name}" is configured wrongly: ${found.problem.message}`
        : `There is no engine "${name}" under dataJobs.engines in app-config.`,
    );
  }
}
