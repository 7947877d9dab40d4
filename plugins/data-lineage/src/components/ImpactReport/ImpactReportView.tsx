import { useState } from 'react';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import {
  ImpactQuery,
  ImpactReport,
  lineageNotifyPermission,
} from '@datalark/backstage-plugin-data-lineage-common';
import { RiDownload2Line, RiMailSendLine } from '@remixicon/react';
import { impactCsv } from '../../export/impactCsv';
import { saveText } from '../../export/saveBlob';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { NotifyDialog } from './NotifyDialog';
import { OwnerImpact } from './OwnerImpact';
import styles from './ImpactReport.module.css';

/** What depends on something, grouped by owner, with what can be done about it. */
export function ImpactReportView(props: {
  query: ImpactQuery;
  report: ImpactReport;
}) {
  const t = useText();
  const { query, report } = props;
  const [isWriting, setIsWriting] = useState(false);
  const mayNotify = useMay(lineageNotifyPermission);
  const items = report.owners.flatMap(each => each.items);
  const count = (type: string) =>
    items.filter(({ node }) => node.type === type).length;
  const columns = items.reduce(
    (sum, item) => sum + (item.columns?.length ?? 0),
    0,
  );
  const quality = new Set(items.flatMap(item => item.quality)).size;
  return (
    <section aria-label={t('impact.of', { name: report.start.node.title })}>
      <Flex
        justify="between"
        align="center"
        style={{ flexWrap: 'wrap' }}
        mb="4"
      >
        <div>
          <Text as="h2" variant="title-small">
            {t('impact.of', { name: report.start.node.title })}
          </Text>
          <Text as="p" color="secondary">
            {t('impact.summary', {
              datasets: String(count('dataset')),
              jobs: String(count('job')),
              columns: report.start.columns
                ? t('impact.columnCount', { count: columns })
                : t('impact.anyColumn'),
              quality: String(quality),
              owners: String(report.owners.filter(each => each.owner).length),
            })}
          </Text>
        </div>
        <Flex gap="2">
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiDownload2Line />}
            onPress={() =>
              saveText('impact.csv', impactCsv(report), 'text/csv')
            }
          >
            {t('export.csv')}
          </Button>
          {mayNotify && (
            <Button
              size="small"
              variant="primary"
              iconStart={<RiMailSendLine />}
              isDisabled={!report.owners.some(each => each.owner)}
              onPress={() => setIsWriting(true)}
            >
              {t('impact.write')}
            </Button>
          )}
        </Flex>
      </Flex>
      {report.truncated && (
        <Alert
          status="warning"
          icon
          mb="3"
          title={t(`view.truncated.${report.truncated.reason}`, {
            limit: String(report.truncated.limit),
          })}
        />
      )}
      {report.hidden > 0 && (
        <Text as="p">{t('impact.hidden', { count: report.hidden })}</Text>
      )}
      {items.length === 0 && report.hidden === 0 && (
        <Alert status="success" icon title={t('impact.none')} />
      )}
      <div className={styles.owners}>
        {report.owners.map(each => (
          <OwnerImpact key={each.owner ?? ''} {...each} />
        ))}
      </div>
      {isWriting && (
        <NotifyDialog
          query={query}
          report={report}
          onClose={() => setIsWriting(false)}
        />
      )}
    </section>
  );
}
