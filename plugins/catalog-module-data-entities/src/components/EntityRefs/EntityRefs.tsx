import {
  type CompoundEntityRef,
  type Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Fragment } from 'react';

function parsed(
  ref: string,
  of: Entity,
  defaultKind: string,
): CompoundEntityRef | undefined {
  try {
    return parseEntityRef(ref, {
      defaultKind,
      defaultNamespace: of.metadata.namespace,
    });
  } catch {
    return undefined;
  }
}

/**
 * Links to entities that a field refers to. A reference without a namespace takes that of the entity;
 * one that cannot be read is shown as it is.
 */
export function EntityRefs(props: {
  refs: readonly string[];
  of: Entity;
  defaultKind: string;
}) {
  const { refs, of, defaultKind } = props;
  return (
    <>
      {refs.map((text, index) => {
        const ref = parsed(text, of, defaultKind);
        return (
          <Fragment key={text}>
            {index > 0 && ', '}
            {ref ? (
              <EntityRefLink entityRef={ref} defaultKind={defaultKind} />
            ) : (
              text
            )}
          </Fragment>
        );
      })}
    </>
  );
}
