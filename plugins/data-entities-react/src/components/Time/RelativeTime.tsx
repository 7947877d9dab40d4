import { useNow } from '../../hooks/useNow';
import { useTimeFormat } from '../../hooks/useTimeFormat';

/**
 * `5 minutes ago`, with the full date and time for those who point at it.
 *
 * @public
 */
export function RelativeTime(props: { iso: string }) {
  // Only seconds have to be counted second by second.
  const isShort = Date.now() - Date.parse(props.iso) < 60_000;
  const now = useNow(isShort ? 1000 : undefined);
  const format = useTimeFormat();
  return (
    <time dateTime={props.iso} title={format.absolute(props.iso)}>
      {format.ago(props.iso, now)}
    </time>
  );
}
