import type { LineageOptions } from './LineageOptions';
import type { ScriptLineage } from './ScriptLineage';

/**
 * Says what a script reads and writes, column by column. Never throws: what is not
 * understood becomes a problem.
 *
 * @public
 */
export function lineageOf(
  _script: string,
  _options: LineageOptions = {},
): ScriptLineage {
  return { statements: [], tables: [], problems: [] };
}
