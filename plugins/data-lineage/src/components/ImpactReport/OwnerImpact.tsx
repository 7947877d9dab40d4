import { ImpactItem } from '@datalark/backstage-plugin-data-lineage-common';
import {
  EntityLink,
  PlainTable,
  Section,
} from '@datalark/backstage-plugin-data-entities-react';
import { useEntityTitles } from '../../hooks/useEntityTitle';
import { useText } from '../../hooks/useText';
import { transformationKey } from '../../logic/transformationKey';
import styles from './ImpactReport.module.css';

/** What one owner has to know. */
export function OwnerImpact(props: { owner?: string; items: ImpactItem[] }) {
  const t = useText();
  const titles = useEntityTitles();
  const { owner, items } = props;
  return (
    <Section
      title={[
        owner ? titles(owner) : t('impact.noOwner'),
        t('impact.affected', { count: items.length }),
      ].join(' · ')}
      actions={owner && <EntityLink entityRef={owner} />}
    >
      <PlainTable
        label={t('impact.affected', { count: items.length })}
        columns={[
          t('table.column.name'),
          t('table.column.type'),
          t('impact.columns'),
          t('impact.distance'),
          t('impact.quality'),
        ]}
      >
        {[...items]
          .sort((a, b) => a.distance - b.distance)
          .map(({ node, columns, distance, quality }) => (
            <tr key={node.id}>
              <th scope="row">
                {node.entityRef ? (
                  <EntityLink entityRef={node.entityRef} title={node.title} />
                ) : (
                  node.title
                )}
                <div className={styles.detail}>
                  {node.namespace} {node.name}
                </div>
              </th>
              <td>{t(`nodeType.${node.type}`)}</td>
              <td>
                {node.type === 'job' && !columns && '–'}
                {columns
                  ? columns.map(({ name, transformations }) => (
                      <div key={name}>
                        <code>{name}</code>{' '}
                        <span className={styles.detail}>
                          {transformations
                            .map(each =>
                              t(`transformation.${transformationKey(each)}`),
                            )
                            .join(', ')}
                        </span>
                      </div>
                    ))
                  : node.type === 'dataset' && t('impact.wholeTable')}
              </td>
              <td>{distance}</td>
              <td>
                {quality.length === 0
                  ? t('impact.noQuality')
                  : quality.map(ref => (
                      <div key={ref}>
                        <EntityLink entityRef={ref} />
                      </div>
                    ))}
              </td>
            </tr>
          ))}
      </PlainTable>
    </Section>
  );
}
