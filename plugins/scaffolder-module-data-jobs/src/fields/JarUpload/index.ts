import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validationText } from '../../api/validationText';
import { JarUpload, jarUploadSchema } from './JarUpload';
import { isJarReference } from './jarReference';

export const jarUploadField = createFormField({
  name: 'JarUpload',
  component: JarUpload,
  schema: jarUploadSchema,
  validation: (value, field, { apiHolder }) => {
    const t = validationText(apiHolder);
    if (!value) field.addError(t('jar.missing'));
    else if (!isJarReference(value)) field.addError(t('jar.wrong'));
  },
});
