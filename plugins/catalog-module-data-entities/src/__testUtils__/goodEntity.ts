import type { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A good entity of the fixtures that define the kinds. */
export const goodEntity = (name: string): Entity =>
  parse(
    readFileSync(
      join(
        __dirname,
        `../../../data-entities-common/src/__fixtures__/good/${name}.yaml`,
      ),
      'utf8',
    ),
  );
