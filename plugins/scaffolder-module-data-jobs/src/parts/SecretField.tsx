import { TextField } from '@backstage/ui';
import { useText } from '../api/useText';
import { SECRET_EXAMPLE, isSecretReference } from './secretReference';
import styles from './parts.module.css';

/** Takes a reference to a secret; says so when something else is written. */
export function SecretField(props: {
  label: string;
  value: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  onChange(value: string): void;
}) {
  const { value, label } = props;
  const t = useText();
  const isLiteral = value !== '' && !isSecretReference(value);
  return (
    <TextField
      {...props}
      className={styles.mono}
      autoComplete="off"
      placeholder={SECRET_EXAMPLE}
      isInvalid={isLiteral}
      description={
        isLiteral
          ? t('common.secretLiteral', { key: label, example: SECRET_EXAMPLE })
          : t('common.secretHelp', { example: SECRET_EXAMPLE })
      }
    />
  );
}
