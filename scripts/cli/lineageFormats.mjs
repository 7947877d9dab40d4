/** The `edges` format of a script: its lines, neither sorted nor unique. */
export function edgeLines(file, { statements }) {
  return statements.flatMap(({ index, edges, wholeCopies }) => [
    ...edges.map(({ source, target, type, subtype }) =>
      [
        file,
        index,
        fullName(source.table),
        source.column,
        fullName(target.table),
        target.column ?? '*',
        `${type}/${subtype}`,
      ].join('\t'),
    ),
    ...wholeCopies.map(({ source, target }) =>
      [file, index, fullName(source), '*', fullName(target), '*', 'DIRECT/IDENTITY'].join('\t'),
    ),
  ]);
}

/** What people read on a terminal. */
export function lineageText(file, { statements }) {
  const parts = statements.map(statement => {
    const { index, kind, span, inputs, outputs } = statement;
    const from = inputs.map(shortName).join(', ') || 'nothing';
    const to = outputs.map(shortName).join(', ');
    const flow = to ? `${from} → ${to}` : `reads ${from}`;
    const rows = columnRows(statement);
    const width = Math.max(0, ...rows.map(({ target }) => target.length));
    return [
      `  ${index} ${kind}, line ${span.line}: ${flow}`,
      ...rows.map(({ target, sources }) => `      ${target.padEnd(width)}  ←  ${sources.join(', ')}`),
    ].join('\n');
  });
  return [file, ...(parts.length ? parts : ['  reads and writes no table'])].join('\n');
}

/** What a comment on a pull request shows. */
export function lineageMarkdown(file, { statements, problems }) {
  const parts = statements
    .filter(({ outputs }) => outputs.length > 0)
    .map(statement => {
      const { index, kind, span, inputs, outputs } = statement;
      const rows = columnRows(statement).map(
        ({ target, sources }) => `| ${code(target)} | ${sources.map(code).join('<br>')} |`,
      );
      const title = `**${index}** ${kind}, line ${span.line}: ${inputs.map(t => code(shortName(t))).join(', ') || 'nothing'} → ${outputs
        .map(t => code(shortName(t)))
        .join(', ')}`;
      return rows.length ? [title, '', '| column | from |', '|---|---|', ...rows].join('\n') : title;
    });
  const notes = problems.map(({ severity, message, span }) => `- ${severity}, line ${span.line}: ${escaped(message)}`);
  return [`### Lineage of ${code(file)}`, ...(parts.length ? parts : ['Writes no table.']), ...(notes.length ? [notes.join('\n')] : [])].join(
    '\n\n',
  );
}

/** One row for each target column, then one for each influence on whole rows. */
function columnRows({ edges, wholeCopies, outputs }) {
  const rows = new Map();
  const add = (target, source) => {
    if (!rows.has(target)) rows.set(target, []);
    rows.get(target).push(source);
  };
  const nameOf = (table, column) => (outputs.length > 1 ? `${shortName(table)}.${column}` : column);
  for (const { source, target, type, subtype, masking } of edges) {
    const from = `${shortName(source.table)}.${source.column}`;
    const how = `${subtype.toLowerCase().replace('_', ' ')}${masking ? ', masked' : ''}`;
    if (type === 'DIRECT') add(nameOf(target.table, target.column), `${from} (${how})`);
  }
  for (const { source, target } of wholeCopies) add(nameOf(target, '*'), `${shortName(source)}.* (identity)`);
  for (const { source, target, type, subtype } of edges) {
    if (type !== 'INDIRECT') continue;
    const from = `${shortName(source.table)}.${source.column}`;
    const how = subtype.toLowerCase().replace('_', ' ');
    add(target.column ? `${nameOf(target.table, target.column)} by ${how}` : `${nameOf(target.table, 'rows')} by ${how}`, from);
  }
  return [...rows].map(([target, sources]) => ({ target, sources }));
}

function fullName({ catalog, database, table }) {
  return `${catalog}.${database}.${table}`;
}

function shortName(path) {
  return fullName(path).replace(/^default_catalog\.(default_database\.)?/, '');
}

function code(text) {
  return `\`${escaped(text).replaceAll('`', '')}\``;
}

function escaped(text) {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
