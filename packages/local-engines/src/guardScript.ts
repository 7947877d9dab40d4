/**
 * A POSIX shell script that runs one command and never outlives its supervisor: file descriptor 0 is a pipe whose
 * other end only the supervisor holds. When the supervisor ends in whatever way (kill -9 too), the pipe closes and
 * the command is ended. Arguments: the signal that asks the command to end, the command, its arguments.
 * On file descriptor 3 it reports `pid <n>` and, last, `exit <code>`.
 * The shell's own `read` waits on the pipe, so a guard is one small process more (about 1 MB), not a second JVM or Node.
 */
export const GUARD_SCRIPT = `
stop=$1; shift
exec 4<&0
"$@" 0</dev/null 3>&- 4<&- &
child=$!
echo "pid $child" >&3
( exec 3>&-
  while IFS= read -r _ <&4; do :; done
  kill -"$stop" "$child" 2>/dev/null
  n=0
  while kill -0 "$child" 2>/dev/null && [ "$n" -lt 24 ]; do sleep 0.25; n=$((n+1)); done
  kill -KILL "$child" 2>/dev/null
) &
watch=$!
wait "$child"; code=$?
kill "$watch" 2>/dev/null
echo "exit $code" >&3
`;
