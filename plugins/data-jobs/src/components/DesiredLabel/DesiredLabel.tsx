import { DesiredState } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';

/** What is wanted, in a word. */
export function DesiredLabel(props: { desired: DesiredState }) {
  const t = useText();
  return <span>{t(`desired.${props.desired}`)}</span>;
}
