import { Config } from '@backstage/config';
import { protectedEnvironmentPermission } from '@datalark/backstage-plugin-data-jobs-common';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';

/** Asks for more where `dataJobs.protectedEnvironments` says so. */
export class EnvironmentGuard {
  readonly #protected: ReadonlySet<string>;

  constructor(private readonly authorizer: Authorizer, config: Config) {
    this.#protected = new Set(
      config.getOptionalStringArray('dataJobs.protectedEnvironments') ?? [],
    );
  }

  /** Any of the environments protected: the permission on the job. */
  async require(
    caller: Caller,
    entityRef: string,
    environments: string[],
  ): Promise<void> {
    if (!environments.some(one => this.#protected.has(one))) return;
    await this.authorizer.require(
      caller,
      protectedEnvironmentPermission,
      entityRef,
    );
  }
}
