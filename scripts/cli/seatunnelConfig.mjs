import { importPackage } from '../bootstrap/runSources.mjs';
import { jobMarkdown, jobText } from './jobLineageFormats.mjs';
import { readInput } from './readInput.mjs';

const PRODUCER = 'https://github.com/datalark/datalark';

/** Runs a command of the `seatunnel-config` tool, and tells the exit code. */
export async function runSeatunnelConfig({ command, files, format, catalogs }) {
  const seatunnel = await importPackage('seatunnel-config');
  const openlineage = await importPackage('openlineage');
  const columns = readColumns(catalogs);
  const nameOf = nameIn(openlineage);
  const columnsOf = address => columns.get(nameOf(address));
  const jobs = files.map(file =>
    readJob(seatunnel, file, readInput(file), { command, columnsOf }),
  );
  const problems = jobs.flatMap(({ file, problems: found }) =>
    found.map(problem => problemLine(file, problem)),
  );
  const failed = jobs.some(job =>
    job.problems.some(({ severity }) => severity === 'error'),
  );
  if (command === 'check') print(problems);
  else {
    const read = jobs.filter(({ lineage }) => lineage);
    print(
      FORMATS[format](read, {
        seatunnel,
        openlineage,
        nameOf,
      }),
    );
    process.stderr.write(problems.map(line => `${line}\n`).join(''));
  }
  return failed ? 1 : 0;
}

const FORMATS = {
  text: (jobs, { nameOf }) => jobs.map(job => jobText(job, nameOf)),
  markdown: (jobs, { nameOf }) => jobs.map(job => jobMarkdown(job, nameOf)),
  edges: (jobs, { seatunnel, nameOf }) =>
    jobs
      .flatMap(({ file, lineage }) =>
        seatunnel
          .edgeRows(lineage, nameOf)
          .map(row => [file, ...row].join('\t')),
      )
      .sort(),
  json: (jobs, { seatunnel, openlineage }) => {
    const eventTime = new Date().toISOString();
    return jobs.map(({ file, lineage, config }) => {
      const job = {
        namespace: 'seatunnel',
        name: String(config.env['job.name'] ?? file),
      };
      const mode = String(config.env['job.mode'] ?? '').toUpperCase();
      return JSON.stringify(
        openlineage.jobEventOf({
          job,
          ...seatunnel.jobEventParts(lineage, nameWithin(openlineage, job)),
          processingType: mode === 'STREAMING' ? 'STREAMING' : 'BATCH',
          jobType: 'JOB',
          producer: PRODUCER,
          eventTime,
        }),
      );
    });
  },
};

/** What makes up rows, or throws them away, means something in its job only. */
function nameWithin({ datasetNameOf, namingRuleOf, scopedToJob }, job) {
  return address => {
    const { system, path } = address;
    if (namingRuleOf(system).form !== 'nothing') return datasetNameOf(address);
    return scopedToJob(
      { namespace: '', name: [system, ...path].join('.') },
      job,
    );
  };
}

function readJob(seatunnel, file, text, { command, columnsOf }) {
  const { config, problems, positions } = seatunnel.readJobConfig(text);
  if (!config) return { file, problems };
  const lineage = seatunnel.lineageOfJob(config, { positions, columnsOf });
  const rules =
    command === 'check'
      ? seatunnel.checkJob(config, { positions, literalSecrets: 'allow' })
      : [];
  const all = [...problems, ...rules, ...lineage.problems];
  const distinct = new Map(
    all.map(problem => [`${problem.field}\n${problem.message}`, problem]),
  );
  return { file, config, lineage, problems: [...distinct.values()] };
}

/** Columns of the tables in `--catalog` files, by name. */
function readColumns(files) {
  const all = files.flatMap(file => {
    try {
      return JSON.parse(readInput(file)).map(({ name, columns }) => [
        name,
        columns.map(column =>
          typeof column === 'string' ? { name: column } : column,
        ),
      ]);
    } catch (error) {
      process.stderr.write(
        `✖ ${file} is no list of tables: ${error.message}\n` +
          '  Give [{"name": "mysql://db:3306/shop.orders", "columns": ["a"]}].\n',
      );
      return process.exit(2);
    }
  });
  return new Map(all);
}

function nameIn({ datasetNameOf }) {
  return address => {
    const { namespace, name } = datasetNameOf(address);
    return `${namespace}/${name.replace(/^\//, '')}`;
  };
}

function problemLine(
  file,
  { severity, message, remedy, line = 1, column = 1 },
) {
  const kind = severity === 'error' ? '' : `${severity}: `;
  return `${file}:${line}:${column}: ${kind}${message}${
    remedy ? ` ${remedy}` : ''
  }`;
}

function print(lines) {
  process.stdout.write(lines.map(line => `${line}\n`).join(''));
}
