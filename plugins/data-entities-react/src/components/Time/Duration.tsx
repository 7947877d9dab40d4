import { useNow } from '../../hooks/useNow';
import { useTimeFormat } from '../../hooks/useTimeFormat';

const SECOND = 1000;
const MINUTE = 60_000;

/**
 * The time from `from` to `to` (default: now), in its largest unit.
 *
 * @public
 */
export function Duration(props: { from: string; to?: string }) {
  const from = Date.parse(props.from);
  // Only seconds have to be counted second by second.
  const isShort = !props.to && Date.now() - from < MINUTE;
  const now = useNow(isShort ? 1000 : undefined);
  const format = useTimeFormat();
  const end = props.to ? Date.parse(props.to) : now;
  const text =
    props.to && end - from < SECOND
      ? `< ${format.duration(SECOND)}`
      : format.duration(end - from);
  return <span title={format.absolute(props.from)}>{text}</span>;
}
