/** Lets the browser save a text as a file. `type`: its media type, default `text/plain`. */
export function saveText(
  fileName: string,
  text: string,
  type = 'text/plain',
): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: `${type};charset=utf-8` }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
