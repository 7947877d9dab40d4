/** English texts. */
export const messages = {
  load: { retry: 'Try again' },
};
