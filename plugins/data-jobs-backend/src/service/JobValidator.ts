import { validateDataEntity } from '@datalark/backstage-plugin-data-entities-common';
import {
  DefinitionProblem,
  JobInput,
} from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { DefinitionResolver } from '../definition/DefinitionResolver';
import {
  effectiveSpec,
  EffectiveSpec,
  environmentsOf,
} from '../definition/effectiveSpec';
import { jobRef, ownerRef } from '../definition/jobOwner';
import { EngineRegistry } from '../engines/EngineRegistry';
import { Redactor } from '../secrets/Redactor';
import { jobEntity } from './jobEntity';

/** An HTTP request waits no longer than this for an engine's opinion. */
const OPINION_MS = 20_000;

/** Finds what is wrong with a job, changing nothing. */
export class JobValidator {
  constructor(
    private readonly deps: {
      engines: EngineRegistry;
      definitions: DefinitionResolver;
      redactor: Redactor;
    },
  ) {}

  /** `askEngine`: false leaves the engine out, and says so. */
  async problems(
    input: JobInput,
    options: { askEngine: boolean },
  ): Promise<DefinitionProblem[]> {
    const { problems: wrong } = validateDataEntity(
      jobEntity(input, { portal: false }),
    );
    if (wrong.length) {
      return wrong.map(({ field, message, remedy }) => ({
        severity: 'error',
        field,
        message,
        remedy,
      }));
    }
    const found = new Map<string, DefinitionProblem>();
    for (const environment of environmentsOf(input.spec)) {
      const spec = effectiveSpec(input.spec, environment);
      for (const one of await this.#ofEnvironment(input, spec, options)) {
        found.set(JSON.stringify(one), one);
      }
    }
    return this.deps.redactor.value([...found.values()]);
  }

  async #ofEnvironment(
    input: JobInput,
    spec: EffectiveSpec,
    options: { askEngine: boolean },
  ): Promise<DefinitionProblem[]> {
    const namespace = input.namespace ?? 'default';
    const { definition, problems } = await this.deps.definitions.forCheck(
      spec,
      {
        entityRef: jobRef(namespace, input.name),
        owner: ownerRef(input.spec, namespace),
      },
    );
    const engine = this.deps.engines.find(spec.engine);
    if (!engine) return [...problems, this.#noEngine(spec.engine)];
    if (!engine.capabilities.jobTypes.includes(spec.type)) {
      const types = engine.capabilities.jobTypes.join(', ');
      return [
        ...problems,
        {
          severity: 'error',
          field: 'spec.engine',
          message: `Engine "${spec.engine}" (${engine.type}) does not run jobs of type ${spec.type}.`,
          remedy: `Use an engine that does, or one of the types ${types}.`,
        },
      ];
    }
    if (problems.some(one => one.severity === 'error')) return problems;
    if (!options.askEngine) {
      return [
        ...problems,
        {
          severity: 'warning',
          message: `Engine "${spec.engine}" was not asked for its opinion: that needs the permission to submit SQL.`,
        },
      ];
    }
    return [...problems, ...(await this.#opinion(engine, definition))];
  }

  async #opinion(
    engine: JobEngine,
    definition: Parameters<JobEngine['validate']>[0],
  ): Promise<DefinitionProblem[]> {
    try {
      return await engine.validate(definition, {
        signal: AbortSignal.timeout(OPINION_MS),
      });
    } catch (error) {
      return [
        {
          severity: 'warning',
          message: `Engine "${
            engine.name
          }" could not be asked for its opinion: ${this.deps.redactor.message(
            error,
          )}`,
          remedy: 'Check again when the engine answers.',
        },
      ];
    }
  }

  #noEngine(name: string): DefinitionProblem {
    const known = this.deps.engines.list();
    const problem = known.find(one => one.name === name)?.problem;
    const names = known.map(one => one.name).join(', ') || 'none';
    return {
      severity: 'error',
      field: 'spec.engine',
      message: problem
        ? `Engine "${name}" is configured wrongly: ${problem.message}`
        : `There is no engine "${name}".`,
      remedy: problem?.remedy ?? `Use one of: ${names}.`,
    };
  }
}
