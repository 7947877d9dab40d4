/** Ends the program with one sentence that says what is wrong and one that says what to do. */
export function fail(what, remedy) {
  process.stderr.write(`\n✖ ${what}\n  ${remedy}\n`);
  process.exit(1);
}
