import { DataJobEntity } from '@datalark/backstage-plugin-data-entities-common';
import { stringify } from 'yaml';

/** A file of a job in Git; `path` is relative to the job's folder. */
export type JobFile = { path: string; content: string };

/** Which text of a definition has a file of its own, and what it is called. */
const TEXTS: Record<
  string,
  { field: string; file(definition: Record<string, unknown>): string }
> = {
  'flink-sql': { field: 'sql', file: () => 'job.sql' },
  seatunnel: {
    field: 'config',
    file: ({ format }) => (format === 'json' ? 'job.json' : 'job.conf'),
  },
  'flink-cdc': { field: 'pipeline', file: () => 'pipeline.yaml' },
};

/**
 * The files with which Git owns a job: the entity, its SQL or configuration in
 * a file of its own (put back by `$text`), and a README.
 */
export function jobFiles(entity: DataJobEntity): JobFile[] {
  const text = TEXTS[entity.spec.type];
  const definition = entity.spec.definition as Record<string, unknown>;
  const content = text && definition[text.field];
  if (!text || typeof content !== 'string') {
    return [entityFile(entity), readme(entity)];
  }
  const path = text.file(definition);
  const withPlaceholder = {
    ...entity,
    spec: {
      ...entity.spec,
      definition: { ...definition, [text.field]: { $text: `./${path}` } },
    },
  };
  return [
    entityFile(withPlaceholder),
    { path, content: content.endsWith('\n') ? content : `${content}\n` },
    readme(entity, path),
  ];
}

/** Files as Markdown, to be read and copied. */
export function filesAsMarkdown(files: JobFile[]): string {
  return files
    .map(({ path, content }) => {
      const language = path.split('.').at(-1);
      const fence = content.includes('```') ? '~~~~' : '```';
      return `**${path}**\n\n${fence}${language}\n${content.trimEnd()}\n${fence}\n`;
    })
    .join('\n');
}

function entityFile(entity: object): JobFile {
  return {
    path: 'catalog-info.yaml',
    content: stringify(entity, { lineWidth: 0 }),
  };
}

function readme(entity: DataJobEntity, textFile?: string): JobFile {
  const { name, title, description } = entity.metadata;
  const { type, engine, owner } = entity.spec;
  const lines = [
    `# ${title ?? name}`,
    '',
    ...(description ? [description, ''] : []),
    `A ${type} job on the engine \`${engine}\`, owned by \`${owner}\`.`,
    '',
    '- `catalog-info.yaml`: the job. Register it once in the catalog; afterwards Git changes it.',
    ...(textFile ? [`- \`${textFile}\`: what it runs.`] : []),
    '',
    "`${NAME}` is a variable of the job or of the portal, `${secret:name}` a secret that only the portal's back end knows.",
    '',
  ];
  return { path: 'README.md', content: lines.join('\n') };
}
