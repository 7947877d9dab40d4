import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { useText } from '../api/useText';
import styles from './parts.module.css';

/** Options that few people need, behind a button; made when they are first asked for. */
export function MoreOptions(props: { count: number; children(): ReactNode }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  if (props.count === 0) return null;
  return (
    <Accordion isExpanded={isOpen} onExpandedChange={setOpen}>
      <AccordionTrigger
        title={t('common.advanced', { number: String(props.count) })}
      />
      <AccordionPanel>
        {isOpen && <div className={styles.field}>{props.children()}</div>}
      </AccordionPanel>
    </Accordion>
  );
}
