/** Two lines that are told apart in each theme; the second is dashed as well. */
export const LINE_COLORS = {
  light: ['#1259b8', '#a64b00'],
  dark: ['#7db7ff', '#ffb366'],
} as const;
