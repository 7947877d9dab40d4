import { Config } from '@backstage/config';

/** Who asks for a secret: the job and its owner, as full entity refs. */
export type SecretAsker = { entityRef: string; owner: string };

/** What came of asking for a secret. */
export type SecretAnswer =
  | { status: 'ok'; value: string }
  | { status: 'unknown' }
  | { status: 'denied' };

/**
 * Secrets by name, from `dataJobs.secrets`. `dataJobs.secretAccess.<name>`, when
 * given, lists the jobs or owners that may use one. Values never leave except
 * into a submission.
 */
export class SecretResolver {
  constructor(private readonly config: Config) {}

  names(): string[] {
    return this.config.getOptionalConfig('dataJobs.secrets')?.keys() ?? [];
  }

  resolve(name: string, asker: SecretAsker): SecretAnswer {
    const value = this.#value(name);
    if (value === undefined) return { status: 'unknown' };
    const allowed = this.accessList(name);
    const refs = [asker.entityRef, asker.owner].map(ref => ref.toLowerCase());
    if (allowed && !refs.some(ref => allowed.includes(ref))) {
      return { status: 'denied' };
    }
    return { status: 'ok', value };
  }

  /** Lower-case entity refs that may use the secret; `undefined`: every job. */
  accessList(name: string): string[] | undefined {
    return this.config
      .getOptionalConfig('dataJobs.secretAccess')
      ?.getOptionalStringArray(name)
      ?.map(ref => ref.toLowerCase());
  }

  /** All values, for redaction only. */
  values(): Array<{ name: string; value: string }> {
    return this.names().flatMap(name => {
      const value = this.#value(name);
      return value ? [{ name, value }] : [];
    });
  }

  // Names may hold dots and hyphens, so no path lookup on the root.
  #value(name: string): string | undefined {
    if (!this.names().includes(name)) return undefined;
    const all = this.config.get<Record<string, unknown>>('dataJobs.secrets');
    const value = all[name];
    return value === undefined ? undefined : String(value);
  }
}
