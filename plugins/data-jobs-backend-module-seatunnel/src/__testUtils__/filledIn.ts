import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';
import {
  formFields,
  JsonObject,
  placedBlocks,
} from '@datalark/seatunnel-config';
import { readDefinition } from '../definition/readDefinition';

/** Set by links, not by the form of a plugin. */
const LINKS = ['plugin_input', 'plugin_output'];

/**
 * Gives the job back when the check of jobs says no more of it than the
 * warnings named by their fields, and when the forms of its plugins offer each
 * of its options and ask for no more.
 */
export function filledIn(
  job: ResolvedDefinition,
  warnings: string[] = [],
): ResolvedDefinition {
  const { config, problems } = readDefinition(job);
  expect(problems.map(({ severity, field }) => `${severity} ${field}`)).toEqual(
    warnings.map(field => `warning ${field}`),
  );
  for (const { kind, block } of placedBlocks(config!)) {
    const plugin = { kind, plugin: block.plugin };
    const wanted = Object.entries(block.options).filter(
      ([key]) => !LINKS.includes(key),
    );
    const options: JsonObject = {};
    for (;;) {
      const fields = formFields(plugin, options);
      // A field may come into sight only when another one is filled in.
      const next = wanted.find(
        ([key]) =>
          !(key in options) &&
          fields.some(field => field.key === key && field.visible),
      );
      if (!next) {
        expect({ plugin, options }).toEqual({
          plugin,
          options: Object.fromEntries(wanted),
        });
        expect(
          fields.filter(
            ({ required, value }) => required && value === undefined,
          ),
        ).toEqual([]);
        break;
      }
      options[next[0]] = next[1];
    }
  }
  return job;
}
