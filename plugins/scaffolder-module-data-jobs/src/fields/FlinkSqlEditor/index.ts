import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validationText } from '../../api/validationText';
import { FlinkSqlEditor, flinkSqlEditorSchema } from './FlinkSqlEditor';
import { scriptProblems } from './scriptProblems';

export { FlinkSqlEditor } from './FlinkSqlEditor';

export const validateFlinkSql: CustomFieldValidator<string> = (
  script,
  field,
  { apiHolder },
) => {
  const t = validationText(apiHolder);
  for (const problem of scriptProblems(script ?? '', t)) {
    field.addError(problem);
  }
};

export const flinkSqlEditorField = createFormField({
  name: 'FlinkSqlEditor',
  component: FlinkSqlEditor,
  schema: flinkSqlEditorSchema,
  validation: validateFlinkSql,
});
