/**
 * The sentence of an error; a refused request's own, without the HTTP wrapping.
 *
 * @public
 */
export function errorText(error: unknown): string {
  const body = (error as { body?: { error?: { message?: string } } })?.body;
  if (body?.error?.message) return body.error.message;
  return error instanceof Error ? error.message : String(error);
}
