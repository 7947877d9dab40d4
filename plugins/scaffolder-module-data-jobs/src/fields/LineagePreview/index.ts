import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { LineagePreview, lineagePreviewSchema } from './LineagePreview';

export { LineagePreview } from './LineagePreview';

export const lineagePreviewField = createFormField({
  name: 'LineagePreview',
  component: LineagePreview,
  schema: lineagePreviewSchema,
});
