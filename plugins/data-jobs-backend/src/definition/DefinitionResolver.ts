import { Config } from '@backstage/config';
import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';
import { SecretAsker, SecretResolver } from '../secrets/SecretResolver';
import { EffectiveSpec } from './effectiveSpec';
import { fillDefinition, SecretLookup } from './fillDefinition';
import { portalVariables } from './portalVariables';

/** Finds the file of `uploaded:<sha256>`. */
export type JarLookup = (sha256: string) => Promise<string | undefined>;

/** Definition that can be submitted, unless there are problems. */
export type Resolution = {
  definition: ResolvedDefinition;
  problems: DefinitionProblem[];
};

/** Puts variables, secrets and uploaded jars in place. */
export class DefinitionResolver {
  constructor(
    private readonly deps: {
      config: Config;
      secrets: SecretResolver;
      jarPath: JarLookup;
    },
  ) {}

  /** For a submission: with the real secrets. Never log, store or return it. */
  async forSubmission(
    spec: EffectiveSpec,
    asker: SecretAsker,
  ): Promise<Resolution> {
    return this.#resolve(spec, name => {
      const answer = this.deps.secrets.resolve(name, asker);
      return answer.status === 'ok' ? answer : { problem: answer.status };
    });
  }

  /** For a check: secrets that exist are stood in for, so none can leak. */
  async forCheck(spec: EffectiveSpec, asker: SecretAsker): Promise<Resolution> {
    return this.#resolve(spec, name => {
      const answer = this.deps.secrets.resolve(name, asker);
      return answer.status === 'ok'
        ? { value: `secret-${name}` }
        : { problem: answer.status };
    });
  }

  async #resolve(
    spec: EffectiveSpec,
    secretOf: SecretLookup,
  ): Promise<Resolution> {
    const variables = {
      ...portalVariables(this.deps.config),
      ...spec.variables,
    };
    const filled = fillDefinition({ ...spec, variables }, secretOf);
    const problems = [...filled.problems];
    const jar = (filled.definition as { jar?: unknown }).jar;
    const sha256 =
      spec.type === 'flink-jar' && typeof jar === 'string'
        ? /^uploaded:([0-9a-f]{64})$/.exec(jar)?.[1]
        : undefined;
    const jarPath = sha256 ? await this.deps.jarPath(sha256) : undefined;
    if (sha256 && !jarPath) {
      problems.push({
        severity: 'error',
        field: 'spec.definition.jar',
        message: `No jar with the SHA-256 ${sha256} is in the portal's store.`,
        remedy: 'Upload it again, or name another one.',
      });
    }
    return {
      definition: {
        type: spec.type,
        definition: filled.definition,
        written: spec.definition,
        processing: spec.processing,
        parallelism: spec.parallelism,
        configuration: filled.configuration,
        jarPath,
      },
      problems,
    };
  }
}
