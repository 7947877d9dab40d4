import { useNow } from '../../hooks/useNow';
import { useTimeFormat } from '../../hooks/useTimeFormat';

/** The time from `from` to `to` (default: now), in its largest unit. */
export function Duration(props: { from: string; to?: string }) {
  const now = useNow(props.to ? Number.MAX_SAFE_INTEGER : 1000);
  const format = useTimeFormat();
  const end = props.to ? Date.parse(props.to) : now;
  return (
    <span title={format.absolute(props.from)}>
      {format.duration(end - Date.parse(props.from))}
    </span>
  );
}
