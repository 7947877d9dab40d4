import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** A choice kept in the address under `name`; the first one is the default and not written. */
export function useUrlChoice<T extends string>(
  name: string,
  choices: readonly T[],
): [T, (choice: T) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get(name) as T;
  const chosen = choices.includes(asked) ? asked : choices[0];
  const choose = useCallback(
    (choice: T) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          if (choice === choices[0]) next.delete(name);
          else next.set(name, choice);
          return next;
        },
        { replace: true },
      ),
    // The choices are compared by value: callers list them in place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [setParams, name, choices.join('|')],
  );
  return [chosen, choose];
}
