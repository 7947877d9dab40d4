/**
 * HTTP status of a refused request; undefined for any other failure.
 *
 * @public
 */
export function errorStatus(error: unknown): number | undefined {
  return (error as { statusCode?: number } | null | undefined)?.statusCode;
}
