import { useApi } from '@backstage/frontend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './queryKeys';

/** Whether the viewer has a permission; false until it is known. The server decides in the end. */
export function useMay(permission: BasicPermission): boolean {
  const api = useApi(permissionApiRef);
  const { data } = useQuery({
    queryKey: queryKeys.permission(permission.name),
    staleTime: 60_000,
    queryFn: async () =>
      (await api.authorize({ permission })).result === AuthorizeResult.ALLOW,
  });
  return data ?? false;
}
