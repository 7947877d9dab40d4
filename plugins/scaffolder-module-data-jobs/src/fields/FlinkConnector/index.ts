import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validationText } from '../../api/validationText';
import { connectorProblems } from '../../flinkConnectors/connectorValue';
import { FlinkConnector, flinkConnectorSchema } from './FlinkConnector';

export { FlinkConnector } from './FlinkConnector';

export const validateFlinkConnector: CustomFieldValidator<
  typeof flinkConnectorSchema.TOutput,
  { role?: 'source' | 'sink' }
> = (value, field, { apiHolder, uiSchema }) => {
  const role = uiSchema?.['ui:options']?.role ?? 'source';
  const t = validationText(apiHolder);
  for (const problem of connectorProblems(value, role, t)) {
    field.addError(problem);
  }
};

export const flinkConnectorField = createFormField({
  name: 'FlinkConnector',
  component: FlinkConnector,
  schema: flinkConnectorSchema,
  validation: validateFlinkConnector,
});
