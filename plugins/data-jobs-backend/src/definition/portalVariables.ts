import { Config } from '@backstage/config';

/** `dataJobs.variables`: what every job may refer to, unless its own variables say otherwise. */
export function portalVariables(config: Config): Record<string, string> {
  const shared =
    config.getOptional<Record<string, unknown>>('dataJobs.variables') ?? {};
  return Object.fromEntries(
    Object.entries(shared).map(([name, value]) => [name, String(value)]),
  );
}
