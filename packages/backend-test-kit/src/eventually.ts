/**
 * Asks until the answer passes, for at most 8 s unless told otherwise; the last complaint is thrown.
 *
 * @public
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  check: (answer: T) => void,
  withinMs = 8_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      const answer = await ask();
      check(answer);
      return answer;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}
