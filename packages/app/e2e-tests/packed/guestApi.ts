import { guestToken } from '../guestToken';

/** Asks an app's back end as guest; rejects when the answer is not 2xx. */
export function guestApi(port: number) {
  const base = `http://localhost:${port}`;
  let token: string | undefined;
  return async (path: string): Promise<any> => {
    token ??= await guestToken(base);
    const answer = await fetch(`${base}/api/${path}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
}
