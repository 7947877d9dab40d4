import { Alert } from '@backstage/ui';
import {
  StateCompatibility,
  StateVerdict,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import styles from './VerbPreview.module.css';

const STATUS: Record<StateVerdict, 'success' | 'warning' | 'danger'> = {
  compatible: 'success',
  risky: 'warning',
  'needs-clean-start': 'danger',
};

/** The verdict on the state of an upgrade, with every reason. */
export function CompatibilityText(props: {
  compatibility: StateCompatibility;
}) {
  const t = useText();
  const { verdict, reasons, basis, fromVersion, toVersion } =
    props.compatibility;
  const versions = { from: String(fromVersion), to: String(toVersion) };
  return (
    <Alert
      status={STATUS[verdict]}
      icon
      title={t(`preview.verdict.${verdict}`)}
      description={
        <>
          <div>{t(`preview.basis.${basis}`, versions)}</div>
          {reasons.length > 0 && (
            <ul className={styles.list}>
              {reasons.map(reason => (
                <li key={`${reason.subject} ${reason.message}`}>
                  {reason.message}
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}
