import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DataEnginePicker, dataEnginePickerSchema } from './DataEnginePicker';

export { DataEnginePicker } from './DataEnginePicker';

export const dataEnginePickerField = createFormField({
  name: 'DataEnginePicker',
  component: DataEnginePicker,
  schema: dataEnginePickerSchema,
});
