import { useNow } from '../../hooks/useNow';
import { useTimeFormat } from '../../hooks/useTimeFormat';

/** `5 minutes ago`, with the full date and time for those who point at it. */
export function RelativeTime(props: { iso: string }) {
  const now = useNow();
  const format = useTimeFormat();
  return (
    <time dateTime={props.iso} title={format.absolute(props.iso)}>
      {format.ago(props.iso, now)}
    </time>
  );
}
