import { Box } from '@backstage/ui';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { ReactElement, ReactNode } from 'react';
import styles from './parts.module.css';

/** What a form gives every field, as far as its frame needs it. */
export type FrameProps = {
  schema: { title?: string; description?: string };
  uiSchema?: { [key: string]: any };
  required?: boolean;
  disabled?: boolean;
  rawErrors?: string[];
  errors?: ReactElement;
  name: string;
};

/** Description and errors around a field, in the look of the form. */
export function FieldFrame(props: { field: FrameProps; children: ReactNode }) {
  const { schema, uiSchema, rawErrors, errors, required, disabled } =
    props.field;
  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={uiSchema?.['ui:description'] ?? schema.description}
      required={required}
      disabled={disabled}
      errors={errors}
    >
      {/* A level of its own, so that inputs stand out from the form's paper. */}
      <Box bg="neutral" className={styles.field}>
        {props.children}
      </Box>
    </ScaffolderField>
  );
}

/** A group of inputs that belong to one field of the form. */
export function FieldGroup(props: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{props.title}</legend>
      {props.children}
    </fieldset>
  );
}
