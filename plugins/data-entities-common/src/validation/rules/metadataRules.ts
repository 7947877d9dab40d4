import { DEFAULT_NAMESPACE, makeValidator } from '@backstage/catalog-model';
import { type EntityRule, problem } from '../EntityRule';
import { objectOf, textOf } from '../lenientAccess';
import { shownValue } from '../shownValue';

const valid = makeValidator();

/** The name and the namespace, as the catalog will check them too. */
export const metadataRules: EntityRule = entity => {
  const metadata = objectOf(entity.metadata);
  const { name, namespace = DEFAULT_NAMESPACE } = metadata;
  if (name === undefined) {
    return [
      problem(
        'metadata.name',
        'it is missing',
        'add a name of letters, digits, hyphens, underscores and dots',
      ),
    ];
  }
  const found = [];
  if (!textOf(name) || !valid.isValidEntityName(name)) {
    found.push(
      problem(
        'metadata.name',
        `${shownValue(name, 'metadata.name')} is not allowed`,
        'use 1 to 63 letters, digits, hyphens, underscores and dots; the readable name belongs into metadata.title',
      ),
    );
  }
  if (!textOf(namespace) || !valid.isValidNamespace(namespace)) {
    found.push(
      problem(
        'metadata.namespace',
        `${shownValue(namespace, 'metadata.namespace')} is not allowed`,
        'use 1 to 63 letters and digits, joined by hyphens',
      ),
    );
  }
  return found;
};
