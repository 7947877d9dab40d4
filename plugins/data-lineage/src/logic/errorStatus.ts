/** HTTP status of a refused request; undefined for any other failure. */
export function errorStatus(error: unknown): number | undefined {
  return (error as { statusCode?: number } | null | undefined)?.statusCode;
}

/** Tells that nobody answers for the plugin: a refusal of its own carries a JSON body. */
export function isWithoutBackEnd(error: unknown): boolean {
  const cause = (error as { cause?: { name?: string } } | null)?.cause;
  return errorStatus(error) === 404 && cause?.name !== 'NotFoundError';
}
