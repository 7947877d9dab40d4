import { NavLink } from 'react-router-dom';
import { useText } from '../../hooks/useText';
import styles from './LineagePage.module.css';

const PARTS = ['explorer', 'impact', 'drift'] as const;

/** Leads to the parts of the page. Links, not tabs: each part is a page of its own. */
export function PageNav({ base }: { base: string }) {
  const t = useText();
  return (
    <nav aria-label={t('page.title')} className={styles.nav}>
      {PARTS.map(part => (
        <NavLink
          key={part}
          end
          to={part === 'explorer' ? base : `${base}/${part}`}
          className={styles.link}
        >
          {t(`page.${part}`)}
        </NavLink>
      ))}
    </nav>
  );
}
