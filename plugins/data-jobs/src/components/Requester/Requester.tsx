import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { useText } from '../../hooks/useText';

/** Who asked: a user's display name, a service's id, or the catalog. */
export function Requester(props: { by: string }) {
  const t = useText();
  if (props.by === 'catalog') return <>{t('lastChange.catalog')}</>;
  if (props.by === 'schedule') return <>{t('lastChange.schedule')}</>;
  return /^(user|group):/i.test(props.by) ? (
    <EntityName entityRef={props.by} />
  ) : (
    <>{props.by}</>
  );
}

function EntityName(props: { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return <>{primaryTitle}</>;
}
