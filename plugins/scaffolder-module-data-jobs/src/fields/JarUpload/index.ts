import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validationText } from '../../api/validationText';
import { JarUpload, jarUploadSchema } from './JarUpload';
import { isJarReference } from './jarReference';

export { JarUpload } from './JarUpload';

export const validateJarUpload: CustomFieldValidator<string> = (
  value,
  field,
  { apiHolder },
) => {
  const t = validationText(apiHolder);
  if (!value) field.addError(t('jar.missing'));
  else if (!isJarReference(value)) field.addError(t('jar.wrong'));
};

export const jarUploadField = createFormField({
  name: 'JarUpload',
  component: JarUpload,
  schema: jarUploadSchema,
  validation: validateJarUpload,
});
