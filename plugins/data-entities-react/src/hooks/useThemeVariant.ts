import { useEffect, useState } from 'react';
import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';

/**
 * Light or dark, as the app's theme is: for what draws itself, such as a code editor or a chart.
 *
 * @public
 */
export function useThemeVariant(): 'light' | 'dark' {
  const themeApi = useApi(appThemeApiRef);
  const [id, setId] = useState(() => themeApi.getActiveThemeId());
  useEffect(() => {
    const subscription = themeApi.activeThemeId$().subscribe(setId);
    return () => subscription.unsubscribe();
  }, [themeApi]);
  const variant = themeApi
    .getInstalledThemes()
    .find(theme => theme.id === id)?.variant;
  const preferred = window.matchMedia?.('(prefers-color-scheme: dark)').matches
    ? 'dark'
    : 'light';
  return variant ?? preferred;
}
