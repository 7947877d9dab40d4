import { ComponentProps, lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import type { CodeDiff } from './CodeDiff';
import type { CodeView } from './CodeView';

const View = lazy(() =>
  import('./CodeView').then(m => ({ default: m.CodeView })),
);
const Diff = lazy(() =>
  import('./CodeDiff').then(m => ({ default: m.CodeDiff })),
);

/** {@link CodeView}, loaded when it is shown: the editor is big. */
export function LazyCodeView(props: ComponentProps<typeof CodeView>) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={160} />}>
      <View {...props} />
    </Suspense>
  );
}

/** {@link CodeDiff}, loaded when it is shown. */
export function LazyCodeDiff(props: ComponentProps<typeof CodeDiff>) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={160} />}>
      <Diff {...props} />
    </Suspense>
  );
}
