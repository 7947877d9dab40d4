import { ReactNode, useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { errorStatus } from '@datalark/backstage-plugin-data-entities-react';

/** Milliseconds between two looks while the page is visible. */
export const POLL_INTERVAL = 15_000;

/** The cache of one page; every page root has its own. */
export function LineageQueryProvider(props: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // An answer that says no will say no again.
        retry: (failures, error) => !isRefusal(error) && failures < 1,
      },
    },
  });
}

function isRefusal(error: unknown): boolean {
  const status = errorStatus(error);
  return status !== undefined && status >= 400 && status < 500;
}
