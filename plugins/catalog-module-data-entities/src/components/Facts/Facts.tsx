import type { ReactNode } from 'react';
import {
  Fact as OneFact,
  Facts as FactList,
} from '@datalark/backstage-plugin-data-entities-react';

/** A named value. */
export type Fact = { label: string; value: ReactNode };

/** Named values in a grid that adapts to the width of its card. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <FactList>
      {facts.map(({ label, value }) => (
        <OneFact key={label} label={label}>
          {value}
        </OneFact>
      ))}
    </FactList>
  );
}
