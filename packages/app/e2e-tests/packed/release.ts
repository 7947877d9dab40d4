/** Versions in release 1.55 of the packages that a stock app has and this checkout has not. */
export const VERSIONS_OF_1_55: Record<string, string> = {
  '@backstage/app-defaults': '1.7.12',
  '@backstage/e2e-test-utils': '0.1.2',
  '@backstage/plugin-auth-backend-module-github-provider': '0.5.7',
  '@backstage/plugin-kubernetes': '0.12.23',
  '@backstage/plugin-kubernetes-backend': '0.21.11',
  '@backstage/plugin-scaffolder-backend-module-github': '0.10.0',
  '@backstage/plugin-search-backend-module-pg': '0.5.59',
  '@backstage/plugin-search-backend-module-techdocs': '0.4.18',
  '@backstage/plugin-techdocs': '1.18.2',
  '@backstage/plugin-techdocs-backend': '2.3.0',
  '@backstage/plugin-techdocs-module-addons-contrib': '1.1.40',
};
