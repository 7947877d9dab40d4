import { LineageName } from './NodeId';

/** Two names of one dataset, said by a person: `name` means `target`. @public */
export type Alias = {
  name: LineageName;
  target: LineageName;
  createdBy: string;
  createdAt: string;
};
