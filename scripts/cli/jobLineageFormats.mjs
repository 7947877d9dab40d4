/** What people read on a terminal. */
export function jobText({ file, lineage }, nameOf) {
  const parts = flowsOf(lineage, nameOf).map(({ title, rows }) => {
    const width = Math.max(0, ...rows.map(({ target }) => target.length));
    return [
      `  ${title}`,
      ...rows.map(
        ({ target, sources }) =>
          `      ${target.padEnd(width)}  ←  ${sources.join(', ')}`,
      ),
    ].join('\n');
  });
  return [file, ...(parts.length ? parts : ['  writes nothing'])].join('\n');
}

/** What a comment on a pull request shows. */
export function jobMarkdown({ file, lineage, problems }, nameOf) {
  const parts = flowsOf(lineage, nameOf).map(({ title, rows }) => {
    const lines = rows.map(
      ({ target, sources }) =>
        `| ${code(target)} | ${sources.map(code).join('<br>')} |`,
    );
    return [
      `**${escaped(title)}**`,
      '',
      '| column | from |',
      '|---|---|',
      ...lines,
    ].join('\n');
  });
  const notes = problems.map(
    ({ severity, message, line }) =>
      `- ${severity}${line ? `, line ${line}` : ''}: ${escaped(message)}`,
  );
  return [
    `### Lineage of ${code(file)}`,
    ...(parts.length ? parts : ['Writes nothing.']),
    ...(notes.length ? [notes.join('\n')] : []),
  ].join('\n\n');
}

/** For each dataset that is written: from what, and one row for each column. */
function flowsOf({ writes, columnEdges, tableEdges }, nameOf) {
  const called = ({ address, block }) => (address ? nameOf(address) : block);
  return writes.map(target => {
    const name = called(target);
    const isTarget = edge =>
      target.block === blockOf(edge) && called(targetOf(edge)) === name;
    const from = [
      ...new Set(
        tableEdges.filter(isTarget).map(({ source }) => called(source)),
      ),
    ];
    const rows = new Map();
    for (const {
      source,
      target: to,
      type,
      subtype,
      masking,
    } of columnEdges.filter(isTarget)) {
      const how = `${subtype.toLowerCase().replace('_', ' ')}${
        masking ? ', masked' : ''
      }`;
      const key =
        type === 'DIRECT'
          ? to.column ?? '*'
          : `${to.column ?? 'rows'} by ${how}`;
      const column = `${from.length > 1 ? `${called(source.dataset)}.` : ''}${
        source.column ?? '*'
      }`;
      rows.set(key, [
        ...(rows.get(key) ?? []),
        type === 'DIRECT' ? `${column} (${how})` : column,
      ]);
    }
    return {
      title: `${target.block}: ${from.join(', ') || 'nothing'} → ${name}`,
      rows: [...rows].map(([column, sources]) => ({ target: column, sources })),
    };
  });
}

const targetOf = ({ target }) => target.dataset ?? target;
const blockOf = edge => targetOf(edge).block;

function code(text) {
  return `\`${escaped(text).replaceAll('`', '')}\``;
}

function escaped(text) {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
