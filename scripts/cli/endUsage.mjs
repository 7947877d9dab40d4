/** Ends a wrongly called command line tool: what is wrong, how it is called, code 2. */
export function endUsage(message, help) {
  process.stderr.write(`✖ ${message}\n\n${help}`);
  process.exit(2);
}
