import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { DataEntityKind } from '../entities/dataEntityKinds';
import {
  kindSchemaForType,
  specTypesWithDefinition,
} from '../schema/kindSchemas';

const validators = new Map<string, ValidateFunction>();

function validatorFor(kind: DataEntityKind, specType: unknown) {
  const type =
    typeof specType === 'string' &&
    specTypesWithDefinition(kind).includes(specType)
      ? specType
      : undefined;
  const key = `${kind} ${type ?? ''}`;
  let validator = validators.get(key);
  if (!validator) {
    const { allOf, $id, ...rest } = kindSchemaForType(kind, type);
    // The envelope is checked by the catalog and by metadataRules.
    const own = (allOf as object[])[1];
    const ajv = new Ajv({
      allErrors: true,
      allowUnionTypes: true,
      verbose: true,
    });
    validator = ajv.compile({ ...rest, ...own });
    validators.set(key, validator);
  }
  return validator;
}

/** The raw errors of the kind's schema, for the branch of the entity's own `spec.type`. */
export function schemaErrors(
  kind: DataEntityKind,
  entity: { spec?: unknown },
): ErrorObject[] {
  const spec = entity.spec as { type?: unknown } | null | undefined;
  const validate = validatorFor(kind, spec?.type);
  return validate(entity) ? [] : [...(validate.errors ?? [])];
}
