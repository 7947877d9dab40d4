/** What a server calls the options that link blocks. @public */
export type LinkNames = {
  input: 'plugin_input' | 'source_table_name';
  output: 'plugin_output' | 'result_table_name';
};

/** Names from 2.3.9 on. @public */
export const NEW_LINK_NAMES: LinkNames = {
  input: 'plugin_input',
  output: 'plugin_output',
};

/** Names up to 2.3.8; later servers still read them. @public */
export const OLD_LINK_NAMES: LinkNames = {
  input: 'source_table_name',
  output: 'result_table_name',
};

/**
 * The names for a server. Unknown or unreadable versions get the old ones,
 * which every server reads.
 *
 * @public
 */
export function linkNames(seatunnelVersion?: string): LinkNames {
  const parts = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(seatunnelVersion ?? '');
  if (!parts) return OLD_LINK_NAMES;
  const [major, minor, patch] = parts.slice(1).map(part => Number(part ?? 0));
  const since239 =
    major > 2 || (major === 2 && (minor > 3 || (minor === 3 && patch >= 9)));
  return since239 ? NEW_LINK_NAMES : OLD_LINK_NAMES;
}
