import type { HoconEntry, HoconNode, HoconObject } from '../hocon/HoconNode';
import { objectToJson } from '../hocon/nodeToJson';
import { NEW_LINK_NAMES, OLD_LINK_NAMES } from '../links/linkNames';
import type { ConfigProblem, Position } from '../model/ConfigProblem';
import { blockPath } from '../model/JobConfig';
import type { JobConfig, PluginBlock, PluginKind } from '../model/JobConfig';
import type { JsonObject, JsonValue } from '../model/JsonValue';
import { nearest } from '../rules/nearest';
import type { JobConfigReading } from './readJobConfig';

const SECTIONS = ['env', 'source', 'transform', 'sink'];
const LINK_KEYS = [
  NEW_LINK_NAMES.input,
  NEW_LINK_NAMES.output,
  OLD_LINK_NAMES.input,
  OLD_LINK_NAMES.output,
];

/** Makes a job of parsed HOCON. */
export class JobReader {
  readonly #problems: ConfigProblem[] = [];
  readonly #positions: Record<string, Position> = {};

  private readonly positionOf: (offset: number) => Position;
  private readonly options: { listsAreHocon: boolean };

  constructor(
    positionOf: (offset: number) => Position,
    options: { listsAreHocon: boolean },
  ) {
    this.positionOf = positionOf;
    this.options = options;
  }

  read(root: HoconObject): JobConfigReading {
    for (const { key, at } of root.entries) {
      if (!SECTIONS.includes(key)) this.#unknownSection(key, at);
    }
    const config: JobConfig = {
      env: this.#env(root),
      sources: this.#section(root, 'source'),
      transforms: this.#section(root, 'transform'),
      sinks: this.#section(root, 'sink'),
    };
    return { config, problems: this.#problems, positions: this.#positions };
  }

  #env(root: HoconObject): JsonObject {
    const entries = root.entries.filter(({ key }) => key === 'env');
    const objects: HoconObject[] = [];
    for (const { value, at } of entries) {
      if (value.kind === 'object') objects.push(value);
      else this.#error('env', at, 'env is not a block.', 'Write env { … }.');
    }
    const all: HoconObject = {
      kind: 'object',
      entries: objects.flatMap(object => object.entries),
      at: objects[0]?.at ?? 0,
    };
    return this.#options(all, 'env');
  }

  #section(root: HoconObject, kind: PluginKind): PluginBlock[] {
    const entries = root.entries.filter(({ key }) => key === kind);
    const last = entries.at(-1);
    if (!last) return [];
    this.#positions[kind] = this.positionOf(last.at);
    if (entries.length > 1) {
      this.#warn(
        kind,
        last.at,
        `${kind} is given ${entries.length} times; SeaTunnel takes the last one only.`,
        'Move all blocks into one.',
      );
    }
    const { value, at } = last;
    const blocks: PluginBlock[] = [];
    if (value.kind === 'object') {
      for (const entry of value.entries) {
        this.#namedBlock(entry, kind, blocks);
      }
      return blocks;
    }
    if (value.kind === 'array') {
      if (this.options.listsAreHocon && value.items.length > 0) {
        this.#warn(
          kind,
          at,
          `SeaTunnel does not read a list under ${kind} from a HOCON file.`,
          `Write ${kind} { PluginName { … } }.`,
        );
      }
      for (const item of value.items) this.#listedBlock(item, kind, blocks);
      return blocks;
    }
    this.#error(
      kind,
      at,
      `${kind} holds no blocks.`,
      `Write ${kind} { PluginName { … } }.`,
    );
    return [];
  }

  #namedBlock(
    entry: HoconEntry,
    kind: PluginKind,
    blocks: PluginBlock[],
  ): void {
    const { key, value, at } = entry;
    if (value.kind !== 'object' || !key) {
      this.#error(
        `${kind}[${blocks.length}]`,
        at,
        `"${key}" in ${kind} is not a block.`,
        `Write ${key || 'PluginName'} { … }.`,
      );
      return;
    }
    const plugin = this.#givenName(value) ?? key;
    blocks.push(this.#block(value, at, kind, blocks.length, plugin));
  }

  #listedBlock(item: HoconNode, kind: PluginKind, blocks: PluginBlock[]): void {
    const plugin = item.kind === 'object' ? this.#givenName(item) : undefined;
    if (item.kind !== 'object' || !plugin) {
      this.#error(
        `${kind}[${blocks.length}]`,
        item.at,
        `A block in ${kind} does not name its plugin.`,
        'Add "plugin_name".',
      );
      return;
    }
    blocks.push(this.#block(item, item.at, kind, blocks.length, plugin));
  }

  #givenName(block: HoconObject): string | undefined {
    const value = block.entries
      .filter(e => e.key === 'plugin_name')
      .at(-1)?.value;
    return value?.kind === 'scalar' && typeof value.value === 'string'
      ? value.value
      : undefined;
  }

  #block(
    node: HoconObject,
    at: number,
    kind: PluginKind,
    index: number,
    plugin: string,
  ): PluginBlock {
    const path = blockPath(kind, index, plugin);
    this.#positions[path] = this.positionOf(at);
    const all = this.#options(node, path);
    const options: JsonObject = {};
    for (const [key, value] of Object.entries(all)) {
      if (key !== 'plugin_name' && !LINK_KEYS.includes(key as never)) {
        options[key] = value;
      }
    }
    const output = this.#link(all, 'output', path);
    const block: PluginBlock = {
      plugin,
      options,
      inputs: this.#link(all, 'input', path),
    };
    return output.length > 0 ? { ...block, output: output[0] } : block;
  }

  /** The names under the new key, or the old one where that is absent. */
  #link(all: JsonObject, side: 'input' | 'output', path: string): string[] {
    const key = [NEW_LINK_NAMES[side], OLD_LINK_NAMES[side]].find(name =>
      Object.hasOwn(all, name),
    );
    if (!key || all[key] === null) return [];
    const names = this.#names(all[key]);
    if (names && (side === 'input' || names.length === 1)) return names;
    this.#problems.push({
      severity: 'error',
      message:
        side === 'input'
          ? `${key} is neither a name nor a list of names.`
          : `${key} is not a name.`,
      remedy: 'Give the name as text.',
      field: `${path}.${key}`,
      ...this.#positions[`${path}.${key}`],
    });
    return [];
  }

  #names(value: JsonValue): string[] | undefined {
    const names = Array.isArray(value) ? value : [value];
    return names.every(name => typeof name === 'string' && name !== '')
      ? (names as string[])
      : undefined;
  }

  #options(node: HoconObject, path: string): JsonObject {
    for (const { key, at, value } of node.entries) {
      this.#positions[`${path}.${key}`] = this.positionOf(at);
      this.#notePlaces(value, `${path}.${key}`, 1);
    }
    return objectToJson(node, (key, at) =>
      this.#error(
        `${path}.${key}`,
        at,
        `"${key} +=" adds to a value that is no list.`,
        `Write the list in full: ${key} = […].`,
      ),
    );
  }

  /** Options in options, as far as problems name them. */
  #notePlaces(value: HoconNode, path: string, depth: number): void {
    if (value.kind !== 'object' || depth > 3) return;
    for (const { key, at, value: inner } of value.entries) {
      this.#positions[`${path}.${key}`] = this.positionOf(at);
      this.#notePlaces(inner, `${path}.${key}`, depth + 1);
    }
  }

  #unknownSection(key: string, at: number): void {
    const [first] = key.split('.');
    const flat = first !== key && SECTIONS.includes(first);
    const like = nearest(key, SECTIONS);
    let remedy = 'Remove it.';
    if (flat) remedy = `Write ${first} { … }.`;
    else if (like) remedy = `Did you mean ${like}?`;
    this.#warn(
      key,
      at,
      `"${key}" is no section of a job; SeaTunnel ignores it.`,
      remedy,
    );
  }

  #error(field: string, at: number, message: string, remedy: string): void {
    this.#problems.push({
      severity: 'error',
      message,
      remedy,
      field,
      ...this.positionOf(at),
    });
  }

  #warn(field: string, at: number, message: string, remedy: string): void {
    this.#error(field, at, message, remedy);
    this.#problems[this.#problems.length - 1].severity = 'warning';
  }
}
