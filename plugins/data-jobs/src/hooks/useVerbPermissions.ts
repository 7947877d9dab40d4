import { useApi } from '@backstage/frontend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  sqlSubmitPermission,
  Verb,
  verbPermissions,
  VERBS,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './queryKeys';

/** Which verbs the signed-in user may ask for. The server decides in the end. */
export type VerbPermissions = Record<Verb, boolean>;

/** Permissions for all verbs of one job; undefined while they are being checked. */
export function useVerbPermissions(
  entityRef: string,
  type: string,
): VerbPermissions | undefined {
  const permissionApi = useApi(permissionApiRef);
  const { data } = useQuery({
    queryKey: queryKeys.verbPermissions(entityRef),
    staleTime: 60_000,
    queryFn: async () => {
      const [sql, ...decisions] = await Promise.all([
        permissionApi.authorize({ permission: sqlSubmitPermission }),
        ...VERBS.map(verb =>
          permissionApi.authorize({
            permission: verbPermissions[verb],
            resourceRef: entityRef,
          }),
        ),
      ]);
      const isAllowed = ({ result }: { result: AuthorizeResult }) =>
        result === AuthorizeResult.ALLOW;
      return {
        maySubmitSql: isAllowed(sql),
        verbs: Object.fromEntries(
          VERBS.map((verb, i) => [verb, isAllowed(decisions[i])]),
        ) as VerbPermissions,
      };
    },
  });
  if (!data) return undefined;
  if (type !== 'flink-sql' || data.maySubmitSql) return data.verbs;
  return { ...data.verbs, deploy: false, rollback: false };
}
