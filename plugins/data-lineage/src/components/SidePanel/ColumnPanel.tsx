import { Skeleton, Text } from '@backstage/ui';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { useText } from '../../hooks/useText';
import { orderedLinks } from '../../graph/orderedLinks';
import { LinkFacts } from './LinkPanel';
import styles from './SidePanel.module.css';

/** The whole path of a column, hop by hop. */
export function ColumnPanel(props: {
  column: { node: string; column: string };
  path?: LineageGraph;
  onSelect(id: string): void;
}) {
  const t = useText();
  const { column, path } = props;
  if (!path) return <Skeleton style={{ width: '100%', height: 80 }} />;
  const { before, after } = orderedLinks(path.columnLinks ?? [], column);
  const hidden = path.nodes.filter(node => node.hidden).length;
  if (before.length + after.length === 0) {
    return <Text as="p">{t('panel.noColumnPath')}</Text>;
  }
  return (
    <>
      {path.truncated && <Text as="p">{t('panel.pathTruncated')}</Text>}
      {hidden > 0 && <Text as="p">{t('view.hidden', { count: hidden })}</Text>}
      {[
        { title: t('panel.comesFrom'), links: before },
        { title: t('panel.goesTo'), links: after },
      ].map(({ title, links }) =>
        links.length === 0 ? null : (
          <section key={title}>
            <Text as="h4" variant="body-medium" weight="bold">
              {title}
            </Text>
            <ol className={styles.list}>
              {links.map((link, i) => (
                <li key={i}>
                  <LinkFacts link={link} graph={path} />
                </li>
              ))}
            </ol>
          </section>
        ),
      )}
    </>
  );
}
