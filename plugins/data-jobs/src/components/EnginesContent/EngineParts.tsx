import { Text } from '@backstage/ui';
import { EngineInfo } from '@datalark/backstage-plugin-data-jobs-common';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import styles from './EnginesContent.module.css';

/** The parts of an engine, for example its SQL Gateway. */
export function EngineParts(props: {
  parts: NonNullable<EngineInfo['parts']>;
  /** Whether it is the present that is told, not what was last known. */
  isCurrent: boolean;
}) {
  const t = useText();
  return (
    <div>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('engines.parts')}
      </Text>
      <ul className={styles.parts}>
        {props.parts.map(part => (
          <li
            key={part.name}
            className={styles.reachable}
            data-reachable={props.isCurrent && (part.reachable ? 'yes' : 'no')}
          >
            {props.isCurrent && (
              <span className={styles.icon} aria-hidden="true">
                {part.reachable ? (
                  <RiCheckLine size={16} />
                ) : (
                  <RiCloseLine size={16} />
                )}
              </span>
            )}
            <span>
              {[part.name, part.version].filter(Boolean).join(' ')}
              {props.isCurrent && (
                <>
                  {', '}
                  {part.reachable
                    ? t('engines.partReachable')
                    : t('engines.partUnreachable')}
                  {part.message && `: ${part.message}`}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
