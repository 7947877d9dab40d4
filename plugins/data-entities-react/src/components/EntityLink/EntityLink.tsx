import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/**
 * The display name of an entity, linked to its page. `kind` completes a short ref.
 *
 * @public
 */
export function EntityLink(props: {
  entityRef: string;
  kind?: string;
  title?: string;
}) {
  const link = useEntityRefLink();
  const context = props.kind ? { defaultKind: props.kind } : undefined;
  const { primaryTitle, entityRef } = useEntityPresentation(
    props.entityRef,
    context,
  );
  return (
    <Link href={link(entityRef)} standalone>
      {props.title ?? primaryTitle}
    </Link>
  );
}
