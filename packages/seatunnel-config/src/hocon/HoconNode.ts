/**
 * A piece of HOCON as written: entries keep their order and their duplicates,
 * because SeaTunnel gives duplicates in `source`, `transform` and `sink` a
 * meaning. `at` is an offset into the text.
 */
export type HoconNode = HoconObject | HoconArray | HoconScalar;

export type HoconObject = { kind: 'object'; entries: HoconEntry[]; at: number };
export type HoconArray = { kind: 'array'; items: HoconNode[]; at: number };
export type HoconScalar = {
  kind: 'scalar';
  value: string | number | boolean | null;
  at: number;
};

/** `key = value`, or `key += value`. */
export type HoconEntry = {
  key: string;
  value: HoconNode;
  append: boolean;
  at: number;
};
