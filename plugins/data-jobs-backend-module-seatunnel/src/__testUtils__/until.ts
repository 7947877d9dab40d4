/** Asks again until the answer is the wanted one, at most a minute. */
export async function until<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) {
      throw new Error(`Still ${JSON.stringify(answer)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
