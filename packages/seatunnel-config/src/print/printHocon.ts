import { isJsonObject } from '../model/JsonValue';
import type { JsonObject, JsonValue } from '../model/JsonValue';

/** A section of a job: options, or blocks of options. */
export type HoconSection =
  | { name: string; options: JsonObject }
  | { name: string; blocks: Array<{ name: string; options: JsonObject }> };

/** Prints sections as people write them. */
export function printHocon(sections: HoconSection[]): string {
  return sections
    .map(section => {
      const body =
        'options' in section
          ? entries(section.options, 1)
          : section.blocks.map(
              block =>
                `${indent(1)}${key(block.name)} ${braces(block.options, 1)}`,
            );
      return `${section.name} ${wrap('{', body, '}', 0)}\n`;
    })
    .join('\n');
}

function braces(object: JsonObject, level: number): string {
  return wrap('{', entries(object, level + 1), '}', level);
}

function entries(object: JsonObject, level: number): string[] {
  return Object.entries(object).map(([name, value]) =>
    isJsonObject(value)
      ? `${indent(level)}${key(name)} ${braces(value, level)}`
      : `${indent(level)}${key(name)} = ${print(value, level)}`,
  );
}

function print(value: JsonValue, level: number): string {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return list(value, level);
  if (isJsonObject(value)) return braces(value, level);
  return JSON.stringify(value);
}

function list(items: JsonValue[], level: number): string {
  const plain = items.every(
    item => typeof item !== 'object' && !String(item).includes('\n'),
  );
  const line = `[${items.map(item => print(item, level)).join(', ')}]`;
  if (plain && line.length <= 72) return line;
  const body = items.map(
    (item, i) =>
      `${indent(level + 1)}${print(item, level + 1)}${
        i < items.length - 1 ? ',' : ''
      }`,
  );
  return wrap('[', body, ']', level);
}

/** Text of several lines keeps them where three quotes can hold it. */
function text(value: string): string {
  const lines =
    value.includes('\n') &&
    !value.includes('\r') &&
    !value.includes('"""') &&
    !value.endsWith('"');
  return lines ? `"""${value}"""` : JSON.stringify(value);
}

function key(name: string): string {
  const plain = /^[A-Za-z_][\w.-]*$/.test(name) && name !== 'include';
  return plain ? name : JSON.stringify(name);
}

function wrap(open: string, body: string[], close: string, level: number) {
  return body.length > 0
    ? `${open}\n${body.join('\n')}\n${indent(level)}${close}`
    : `${open}${close}`;
}

function indent(level: number): string {
  return '  '.repeat(level);
}
