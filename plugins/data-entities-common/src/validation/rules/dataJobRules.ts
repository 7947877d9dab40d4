import type { EntityProblem } from '../EntityProblem';
import { type EntityRule, problem } from '../EntityRule';
import { fieldPath } from '../fieldPath';
import type { CredentialTextLanguage } from '../literalCredentials';
import { listOf, objectOf, textOf, type LenientObject } from '../lenientAccess';
import { literalsInMap, literalsInTree } from './credentialRules';
import { notificationRules } from './notificationRules';
import { scheduleProblems } from './scheduleRules';

const LANGUAGES: Record<string, CredentialTextLanguage> = {
  'flink-sql': 'sql',
};

/** Where variables have values that are written out. */
function writtenOutVariables(spec: LenientObject): Map<string, string> {
  const maps = [
    { path: ['spec', 'variables'], map: objectOf(spec.variables) },
    ...Object.entries(objectOf(spec.environments)).map(([name, value]) => ({
      path: ['spec', 'environments', name, 'variables'],
      map: objectOf(objectOf(value).variables),
    })),
  ];
  return new Map(
    maps.flatMap(({ path, map }) =>
      Object.entries(map)
        .filter(
          ([, value]) =>
            typeof value === 'string' && value && !value.includes('${'),
        )
        .map(([name]) => [name, fieldPath([...path, name])] as const),
    ),
  );
}

const MALFORMED_SECRET =
  /\$\{\s*secrets?\s*:(?![A-Za-z0-9](?:[\w./-]*[A-Za-z0-9])?\})[^}]*\}?|\$\{secrets:[^}]*\}/;

const malformedReferences: EntityRule = (_entity, spec) =>
  Object.entries(objectOf(spec.definition)).flatMap(([name, value]) =>
    MALFORMED_SECRET.test(
      typeof value === 'string' ? value : JSON.stringify(value),
    )
      ? [
          problem(
            fieldPath(['spec', 'definition', name]),
            'a secret reference cannot be read',
            'write ${secret:<name>}, the name of letters, digits, hyphens, underscores, dots and slashes',
          ),
        ]
      : [],
  );

const credentials: EntityRule = (_entity, spec) => [
  ...literalsInTree(spec.definition, ['spec', 'definition'], {
    language: LANGUAGES[textOf(spec.type) ?? ''] ?? 'config',
    variables: writtenOutVariables(spec),
  }),
  ...literalsInMap(spec.configuration, ['spec', 'configuration']),
  ...literalsInMap(spec.variables, ['spec', 'variables']),
  ...Object.entries(objectOf(spec.environments)).flatMap(([name, value]) =>
    ['configuration', 'variables'].flatMap(part =>
      literalsInMap(objectOf(value)[part], [
        'spec',
        'environments',
        name,
        part,
      ]),
    ),
  ),
];

const schedule: EntityRule = (_entity, spec) => {
  if (spec.schedule === undefined) {
    return [];
  }
  const processing = textOf(spec.processing) ?? 'streaming';
  return processing === 'streaming'
    ? [
        problem(
          'spec.schedule',
          'a schedule is not allowed for a streaming job',
          'set spec.processing to batch or remove the schedule',
        ),
      ]
    : scheduleProblems(spec.schedule, 'spec.schedule');
};

function flinkSql(definition: LenientObject): EntityProblem[] {
  const sql = textOf(definition.sql);
  const code = sql
    ?.replace(/--.*$/gm, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/;/g, '')
    .trim();
  return sql && !code
    ? [
        problem(
          'spec.definition.sql',
          'the text has no statement',
          'add a statement, for example INSERT INTO sink SELECT * FROM source;',
        ),
      ]
    : [];
}

function seaTunnel(definition: LenientObject): EntityProblem[] {
  const config = textOf(definition.config);
  if (definition.format !== 'json' || config === undefined) {
    return [];
  }
  try {
    JSON.parse(config);
    return [];
  } catch {
    // The parser's own message would repeat a part of the text.
    return [
      problem(
        'spec.definition.config',
        'the text is not JSON',
        'correct it or set spec.definition.format to hocon',
      ),
    ];
  }
}

const definition: EntityRule = (_entity, spec) => {
  const value = objectOf(spec.definition);
  if (spec.type === 'flink-sql') {
    return flinkSql(value);
  }
  return spec.type === 'seatunnel' ? seaTunnel(value) : [];
};

const loops: EntityRule = (entity, spec) => {
  const dependsOn = listOf(spec.dependsOn);
  const own = `datajob:${entity.metadata?.namespace ?? 'default'}/${
    entity.metadata?.name
  }`;
  const index = dependsOn.findIndex(
    ref => typeof ref === 'string' && ref.toLowerCase() === own.toLowerCase(),
  );
  return index < 0
    ? []
    : [
        problem(
          `spec.dependsOn[${index}]`,
          'a job cannot depend on itself',
          'remove the entry',
        ),
      ];
};

/** What the schema of a DataJob cannot say. */
export const dataJobRules: EntityRule[] = [
  definition,
  schedule,
  credentials,
  malformedReferences,
  notificationRules,
  loops,
];
