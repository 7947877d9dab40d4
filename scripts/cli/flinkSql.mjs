import { importPackage, importSource } from '../bootstrap/runSources.mjs';
import { edgeLines, lineageMarkdown, lineageText } from './lineageFormats.mjs';
import { readCatalogs } from './readCatalog.mjs';
import { readInput } from './readInput.mjs';

/** Runs a command of the `flink-sql` tool, and tells the exit code. */
export async function runFlinkSql({ command, files, format, catalogs }) {
  const sql = await importPackage('flink-sql');
  const scripts = files.map(file => ({ file, script: readInput(file) }));
  if (command === 'split') return split(sql, scripts, format);
  const known = readCatalogs(catalogs);
  const unreadable = known.scripts.flatMap(({ file, script }) =>
    checked(sql, script).map(problem => problemLine(file, problem)),
  );
  const read = scripts.map(({ file, script }) => {
    const lineage = sql.lineageOf(script, known);
    return { file, script, lineage: { ...lineage, problems: allProblems(sql, script, lineage) } };
  });
  const problems = [
    ...unreadable,
    ...read.flatMap(({ file, lineage }) => lineage.problems.map(problem => problemLine(file, problem))),
  ];
  const failed = unreadable.length > 0 || read.some(({ lineage }) => lineage.problems.some(({ severity }) => severity === 'error'));
  if (command === 'check') print(problems);
  else {
    print(await FORMATS[format](read, known));
    process.stderr.write(problems.map(line => `${line}\n`).join(''));
  }
  return failed ? 1 : 0;
}

const FORMATS = {
  text: read => read.map(({ file, lineage }) => lineageText(file, lineage)),
  edges: read => [...new Set(read.flatMap(({ file, lineage }) => edgeLines(file, lineage)))].sort(),
  markdown: read => read.map(({ file, lineage }) => lineageMarkdown(file, lineage)),
  json: async (read, known) => {
    const { inferFlinkSql } = await importSource('plugins/data-lineage-common/src/inference/inferFlinkSql.ts');
    const eventTime = new Date().toISOString();
    return read.map(({ file, script }) => {
      const { event } = inferFlinkSql({
        job: { namespace: 'flink-sql', name: file },
        definition: { type: 'flink-sql', sql: script },
        knownTables: known.tables,
        definitions: known.definitions,
        eventTime,
      });
      return JSON.stringify(event);
    });
  },
};

function split(sql, scripts, format) {
  const all = scripts.flatMap(({ file, script }) =>
    sql.splitStatements(script).map(({ kind, line, column, text }, i) => ({ file, index: i + 1, kind, line, column, text })),
  );
  if (format === 'json') print([JSON.stringify(all, null, 2)]);
  else {
    print(all.map(({ file, index, kind, line, column, text }) => `-- ${file}:${line}:${column} ${index} ${kind}\n${text};\n`));
  }
  return 0;
}

/** Letters and grammar, then names: one problem a place. */
function allProblems(sql, script, lineage) {
  const refused = checked(sql, script);
  const places = new Set(refused.map(({ span }) => span.start));
  return [...refused, ...lineage.problems.filter(({ span }) => !places.has(span.start))].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** What Flink's parser would refuse, with lines and columns. */
function checked(sql, script) {
  const positions = sql.lineMap(script);
  return sql.checkScript(script).map(problem => ({
    ...problem,
    span: { ...problem.span, ...positions.positionAt(problem.span.start) },
  }));
}

function problemLine(file, { severity, message, span }) {
  const kind = severity === 'error' ? '' : `${severity}: `;
  return `${file}:${span.line}:${span.column}: ${kind}${message}`;
}

function print(lines) {
  process.stdout.write(lines.map(line => `${line}\n`).join(''));
}
