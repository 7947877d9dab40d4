import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validationText } from '../../api/validationText';
import { pluginProblems } from './pluginProblems';
import { SeaTunnelPlugin, seaTunnelPluginSchema } from './SeaTunnelPlugin';

export { SeaTunnelPlugin } from './SeaTunnelPlugin';

// For the items of an array the scaffolder hands over the whole array.
export const validateSeaTunnelPlugin: CustomFieldValidator<
  typeof seaTunnelPluginSchema.TOutput,
  { kind?: 'source' | 'transform' | 'sink' }
> = (given, field, { apiHolder, uiSchema }) => {
  const kind = uiSchema?.['ui:options']?.kind ?? 'source';
  for (const value of [given].flat()) {
    if (!value?.plugin) {
      field.addError(validationText(apiHolder)('plugin.choose'));
      return;
    }
    for (const problem of pluginProblems(value, kind)) {
      field.addError(problem);
    }
  }
};

export const seaTunnelPluginField = createFormField({
  name: 'SeaTunnelPlugin',
  component: SeaTunnelPlugin,
  schema: seaTunnelPluginSchema,
  validation: validateSeaTunnelPlugin,
});
