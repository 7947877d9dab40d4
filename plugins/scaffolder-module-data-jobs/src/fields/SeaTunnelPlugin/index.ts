import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validationText } from '../../api/validationText';
import { pluginProblems } from './pluginProblems';
import { SeaTunnelPlugin, seaTunnelPluginSchema } from './SeaTunnelPlugin';

export const seaTunnelPluginField = createFormField({
  name: 'SeaTunnelPlugin',
  component: SeaTunnelPlugin,
  schema: seaTunnelPluginSchema,
  validation: (value, field, { apiHolder, uiSchema }) => {
    if (!value?.plugin) {
      field.addError(validationText(apiHolder)('plugin.choose'));
      return;
    }
    const kind = uiSchema?.['ui:options']?.kind ?? 'source';
    for (const problem of pluginProblems(value, kind)) field.addError(problem);
  },
});
