import { useCallback, useEffect, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** A text setting of the signed-in user, kept by the portal's storage; undefined: not set. */
export function useStored(
  key: string,
): [string | undefined, (value: string | undefined) => void] {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(() => storageApi.forBucket('data-jobs'), [storageApi]);
  const [value, setValue] = useState(() => bucket.snapshot<string>(key).value);
  useEffect(() => {
    setValue(bucket.snapshot<string>(key).value);
    const subscription = bucket
      .observe$<string>(key)
      .subscribe(snapshot => setValue(snapshot.value));
    return () => subscription.unsubscribe();
  }, [bucket, key]);
  const change = useCallback(
    (next: string | undefined) => {
      setValue(next);
      void (next === undefined ? bucket.remove(key) : bucket.set(key, next));
    },
    [bucket, key],
  );
  return [value, change];
}
