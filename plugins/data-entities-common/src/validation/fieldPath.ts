const PLAIN = /^[A-Za-z_$][\w$-]*$/;

/** The path of a field as people write it, such as `spec.checks[0].id` or `spec.configuration["a.b"]`. */
export function fieldPath(segments: ReadonlyArray<string | number>): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number' || /^\d+$/.test(segment)) {
      return `${path}[${segment}]`;
    }
    if (!PLAIN.test(segment)) {
      return `${path}[${JSON.stringify(segment)}]`;
    }
    return path ? `${path}.${segment}` : segment;
  }, '');
}

/** The segments of a JSON pointer such as `/spec/checks/0`. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}
