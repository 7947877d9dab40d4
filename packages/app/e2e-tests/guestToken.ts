/** A guest's token, as the page gets it. */
export async function guestToken(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  return ((await answer.json()) as any).backstageIdentity.token;
}
