import { Entity } from '@backstage/catalog-model';

/** Annotation with the address of a job's runbook. @public */
export const RUNBOOK_ANNOTATION = 'datalark.io/runbook-url';

const TECHDOCS_ANNOTATION = 'backstage.io/techdocs-ref';

/**
 * Where it is written what to do when a job is not well: the annotation
 * {@link RUNBOOK_ANNOTATION}, else a link of type `runbook` or with that word
 * in its title, else the entity's TechDocs. `url` is absolute, or a path in the
 * portal.
 *
 * @public
 */
export function runbookOf(
  entity: Entity | undefined,
): { url: string; title: string } | undefined {
  if (!entity) return undefined;
  const { annotations = {}, links = [], namespace, name } = entity.metadata;
  const named = annotations[RUNBOOK_ANNOTATION];
  if (named && isSafe(named)) return { url: named, title: 'Runbook' };
  const link = links.find(
    ({ type, title, url }) =>
      (type?.toLowerCase() === 'runbook' || /runbook/i.test(title ?? '')) &&
      isSafe(url),
  );
  if (link) return { url: link.url, title: link.title ?? 'Runbook' };
  return annotations[TECHDOCS_ANNOTATION]
    ? {
        url: `/docs/${
          namespace ?? 'default'
        }/${entity.kind.toLowerCase()}/${name}`,
        title: 'Documentation',
      }
    : undefined;
}

function isSafe(url: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(url);
}
