import { type Entity } from '@backstage/catalog-model';
import { DATA_JOB_KIND, DATASET_KIND } from '../../entities/dataEntityKinds';
import type { EntityProblem } from '../EntityProblem';
import { type EntityRule, problem } from '../EntityRule';
import { fieldPath } from '../fieldPath';
import { listOf, objectOf, textOf } from '../lenientAccess';
import { hasUserInfo, findCredentialUses } from '../literalCredentials';
import { eitherOf } from '../schemaPhrases';
import { shownValue } from '../shownValue';
import { referenceProblems } from './referenceRules';

const SUBTYPES: Record<string, string[]> = {
  DIRECT: ['IDENTITY', 'TRANSFORMATION', 'AGGREGATION'],
  INDIRECT: ['JOIN', 'GROUP_BY', 'FILTER', 'SORT', 'WINDOW', 'CONDITIONAL'],
};

function identityProblems(
  value: unknown,
  field: string,
  options: { entity: Entity; kind: string; mayBeOwnJob?: boolean },
): EntityProblem[] {
  const { ref, namespace, name, type } = objectOf(value);
  const isJob = type === 'JOB';
  const kind = isJob ? DATA_JOB_KIND : options.kind;
  if (ref !== undefined && (namespace !== undefined || name !== undefined)) {
    return [
      problem(
        field,
        'it has both an entity and an OpenLineage pair',
        'keep ref, or keep namespace and name',
      ),
    ];
  }
  if (typeof ref === 'string' && ref) {
    return referenceProblems(
      ref,
      `${field}.ref`,
      { defaultKind: kind, allowedKinds: [kind] },
      options.entity,
    );
  }
  if (ref !== undefined) {
    return [];
  }
  if (namespace === undefined && name === undefined) {
    return isJob && options.mayBeOwnJob
      ? []
      : [
          problem(
            field,
            'it names nothing',
            `add ref, for example ${kind.toLowerCase()}:default/name, or namespace and name`,
          ),
        ];
  }
  if (namespace === undefined || name === undefined) {
    const missing = namespace === undefined ? 'namespace' : 'name';
    return [
      problem(
        `${field}.${missing}`,
        'it is missing',
        'an OpenLineage pair is both namespace and name',
      ),
    ];
  }
  return typeof namespace === 'string' && hasUserInfo(namespace)
    ? [
        problem(
          `${field}.namespace`,
          'an address with user and password is not allowed',
          'remove the part before the @',
        ),
      ]
    : [];
}

function transformationProblems(value: unknown, field: string) {
  return listOf(value).flatMap((item, index) => {
    const { type, subtype } = objectOf(item);
    const own = SUBTYPES[textOf(type) ?? ''];
    const word = textOf(subtype);
    const foreign =
      own &&
      word &&
      !own.includes(word) &&
      Object.values(SUBTYPES).flat().includes(word);
    const at = `${field}[${index}].subtype`;
    return foreign
      ? [
          problem(
            at,
            `${shownValue(word, at)} is not allowed for ${type}`,
            `use ${eitherOf(own)}`,
          ),
        ]
      : [];
  });
}

function inputProblems(
  value: unknown,
  field: string,
  entity: Entity,
  inField: boolean,
): EntityProblem[] {
  return listOf(value).flatMap((input, index) => {
    const at = `${field}[${index}]`;
    const { field: column, type, transformations } = objectOf(input);
    const columnOfJob =
      type === 'JOB' && column !== undefined
        ? [
            problem(
              `${at}.field`,
              'a job has no columns',
              'remove the field or point to a Dataset',
            ),
          ]
        : [];
    const noColumn =
      inField && type !== 'JOB' && column === undefined
        ? [
            problem(
              `${at}.field`,
              'it is missing',
              'name the column of the input, or move the input to the inputs of the entry',
            ),
          ]
        : [];
    return [
      ...identityProblems(input, at, {
        entity,
        kind: DATASET_KIND,
        mayBeOwnJob: true,
      }),
      ...columnOfJob,
      ...noColumn,
      ...transformationProblems(transformations, `${at}.transformations`),
    ];
  });
}

const identityOf = (value: unknown) => {
  const { ref, namespace, name } = objectOf(value);
  return ref ?? (namespace && name ? `${namespace} ${name}` : undefined);
};

const entries: EntityRule = (entity, spec) => {
  const seen = new Map<unknown, number>();
  return listOf(spec.entries).flatMap((item, index) => {
    const at = `spec.entries[${index}]`;
    const entry = objectOf(item);
    const identity = identityOf(entry.target);
    const first = identity === undefined ? undefined : seen.get(identity);
    if (identity !== undefined && first === undefined) {
      seen.set(identity, index);
    }
    const repeated =
      first === undefined
        ? []
        : [
            problem(
              `${at}.target`,
              `it is the target of entry ${first} too`,
              'put the inputs of one target into one entry',
            ),
          ];
    const empty =
      entry.target !== undefined &&
      entry.inputs === undefined &&
      entry.fields === undefined
        ? [
            problem(
              at,
              'it says nothing about its target',
              'add inputs or fields; an empty list of inputs says that it is a source',
            ),
          ]
        : [];
    const ofFields = Object.entries(objectOf(entry.fields)).flatMap(
      ([column, value]) =>
        inputProblems(
          objectOf(value).inputs,
          `${at}.${fieldPath(['fields', column, 'inputs'])}`,
          entity,
          true,
        ),
    );
    return [
      ...(entry.target === undefined
        ? []
        : identityProblems(entry.target, `${at}.target`, {
            entity,
            kind: DATASET_KIND,
          })),
      ...repeated,
      ...empty,
      ...inputProblems(entry.inputs, `${at}.inputs`, entity, false),
      ...ofFields,
    ];
  });
};

const job: EntityRule = (entity, spec) => {
  if (spec.job === undefined) {
    return spec.type === 'job'
      ? [
          problem(
            'spec.job',
            'it is missing for a lineage of type job',
            'add ref, for example datajob:default/name, or namespace and name; or set spec.type to dataset',
          ),
        ]
      : [];
  }
  if (spec.type === 'dataset') {
    return [
      problem(
        'spec.job',
        'a job is not allowed for a lineage of type dataset',
        'remove it or set spec.type to job',
      ),
    ];
  }
  // The kind of spec.job.ref is checked with the other reference fields.
  return identityProblems(spec.job, 'spec.job', {
    entity,
    kind: DATA_JOB_KIND,
  }).filter(found => found.field !== 'spec.job.ref');
};

const validity: EntityRule = (_entity, spec) => {
  const { from, to } = objectOf(spec.validity);
  const start = Date.parse(textOf(from) ?? '');
  const end = Date.parse(textOf(to) ?? '');
  return end <= start
    ? [
        problem(
          'spec.validity.to',
          `${shownValue(
            to,
            'spec.validity.to',
          )} is not after spec.validity.from`,
          'use a later time or remove it',
        ),
      ]
    : [];
};

const verification: EntityRule = (_entity, spec) =>
  spec.verifiedAt !== undefined && spec.verifiedBy === undefined
    ? [
        problem(
          'spec.verifiedBy',
          'it is missing where spec.verifiedAt is given',
          'add who verified it, for example user:default/lin',
        ),
      ]
    : [];

const query: EntityRule = (_entity, spec) => {
  const text = textOf(objectOf(spec.sql).query) ?? '';
  const [use] = findCredentialUses(text, 'sql').filter(
    found => !found.variable,
  );
  return use
    ? [
        problem(
          'spec.sql.query',
          `line ${use.line} writes out the credential ${use.name}`,
          'write ${secret:<name>} in its place',
        ),
      ]
    : [];
};

/** What the schema of a Lineage cannot say. */
export const lineageRules: EntityRule[] = [
  job,
  entries,
  validity,
  verification,
  query,
];
