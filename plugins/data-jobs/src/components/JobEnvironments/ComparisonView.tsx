import { Flex, Text } from '@backstage/ui';
import { PlainTable } from '@datalark/backstage-plugin-data-entities-react';
import {
  JobComparison,
  JobSpec,
  ResolvedJob,
  ValueDifference,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { definitionText } from '../../logic/definitionText';
import { LazyCodeDiff } from '../CodeView';

/** What differs between two resolved jobs: values, secrets by name, the text. */
export function ComparisonView(props: {
  comparison: JobComparison;
  /** Said when nothing does. */
  same: string;
}) {
  const t = useText();
  const { from, to, values, secrets, definitionDiffers } = props.comparison;
  const rows: ValueDifference[] = [
    ...(from.version === to.version
      ? []
      : [
          {
            key: t('environments.version'),
            from: String(from.version),
            to: String(to.version),
          },
        ]),
    ...values,
    ...secrets.map(one => ({ ...one, key: `\${secret:${one.key}}` })),
  ];
  if (!rows.length && !definitionDiffers) {
    return <Text as="p">{props.same}</Text>;
  }
  const before = textOf(from);
  const after = textOf(to);
  const names = { from: nameOf(from, to), to: nameOf(to, from) };
  return (
    <Flex direction="column" gap="4">
      {rows.length > 0 && (
        <PlainTable
          hasCodeKeys
          label={t('environments.differences')}
          columns={[t('resolved.key'), names.from, names.to]}
        >
          {rows.map(row => (
            <tr key={row.key}>
              <th scope="row">{row.key}</th>
              <td>{row.from ?? t('environments.none')}</td>
              <td>{row.to ?? t('environments.none')}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      {definitionDiffers && (
        <LazyCodeDiff
          before={before.text}
          after={after.text}
          language={after.language}
          label={t('environments.diff', names)}
        />
      )}
    </Flex>
  );
}

function textOf({ definition }: ResolvedJob) {
  return definitionText({ definition } as JobSpec);
}

function nameOf(one: ResolvedJob, other: ResolvedJob): string {
  return one.environment === other.environment
    ? `${one.environment} (${one.version})`
    : one.environment;
}
