const MOST = 63;

/** A name that an entity can have, made from an engine's name of a job. */
export function suggestedName(name: string): string {
  const fitting = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .slice(0, MOST)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return fitting || 'adopted-job';
}
