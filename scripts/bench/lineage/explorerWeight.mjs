import { gzipSync } from 'node:zlib';

// What every portal has anyway: it weighs nothing for this plugin.
const SHARED =
  /node_modules\/(react|react-dom|react-router|react-router-dom|@remix-run|scheduler|@backstage|@material-ui|@mui|react-aria|react-stately|@react-aria|@react-stately|@react-types|@internationalized|react-aria-components|@tanstack\/(react-table|table-core)|zod|i18next|lodash|luxon|dayjs|use-sync-external-store)\//;

/**
 * Gzipped kilobytes of the modules that only this plugin brings, out of the
 * bundle's list of what went where: what is loaded at once with the portal,
 * and what the explorer loads when it is opened.
 */
export function explorerWeight({ files, metafile }) {
  const outputs = metafile.outputs;
  const name = output =>
    output.replace(/^(\.\.\/)*playground/, '').replace(/^.*\/(?=[^/]+$)/, '/');
  const holding = part =>
    Object.keys(outputs).find(each =>
      Object.keys(outputs[each].inputs).some(input => input.endsWith(part)),
    );
  const entry = holding('data-lineage/src/plugin.tsx');
  const atStart = reach(outputs, [entry]);
  const explorer = holding('LineageExplorer/LineageExplorer.tsx');
  const page = holding('LineagePage/LineagePage.tsx');
  const opened = [...reach(outputs, [page, explorer])].filter(
    each => !atStart.has(each),
  );
  const own = list =>
    list.reduce((sum, each) => {
      const inputs = Object.entries(outputs[each].inputs);
      const all = inputs.reduce(
        (n, [, { bytesInOutput }]) => n + bytesInOutput,
        0,
      );
      const ours = inputs.reduce(
        (n, [path, { bytesInOutput }]) =>
          SHARED.test(path) ? n : n + bytesInOutput,
        0,
      );
      const contents = files.get(name(each));
      if (!contents || all === 0) return sum;
      return sum + (gzipSync(contents).length * ours) / all / 1024;
    }, 0);
  const inEntry = [...atStart].reduce((sum, each) => {
    const ours = Object.entries(outputs[each].inputs)
      .filter(([path]) => path.includes('plugins/data-lineage/src'))
      .reduce((n, [, { bytesInOutput }]) => n + bytesInOutput, 0);
    return sum + ours / 1024;
  }, 0);
  return { explorerGzipKb: own(opened), entryMinifiedKb: inEntry };
}

/** An output and all that it imports at once. */
function reach(outputs, starts) {
  const found = new Set();
  const stack = starts.filter(Boolean);
  while (stack.length > 0) {
    const each = stack.pop();
    if (found.has(each)) continue;
    found.add(each);
    for (const { path, kind } of outputs[each]?.imports ?? []) {
      if (kind === 'import-statement') stack.push(path);
    }
  }
  return found;
}
