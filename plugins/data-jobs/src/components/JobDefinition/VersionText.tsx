import { Text } from '@backstage/ui';
import { JobVersion } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { DefinitionLanguage, definitionText } from '../../logic/definitionText';
import { LazyCodeDiff, LazyCodeView } from '../CodeView';

/** The text and the settings of a version, or what changed since another one. */
export function VersionText(props: {
  shown: JobVersion;
  compared?: JobVersion;
}) {
  const t = useText();
  const { shown, compared } = props;
  const after = definitionText(shown.spec);
  const before = compared && definitionText(compared.spec);
  return (
    <>
      <Part
        title={t(`definition.text.${after.language}`)}
        language={after.language}
        shown={shown.version}
        compared={compared?.version}
        after={after.text}
        before={before?.text}
      />
      <Part
        title={t('definition.settings')}
        language="json"
        shown={shown.version}
        compared={compared?.version}
        after={after.settings}
        before={before?.settings}
      />
    </>
  );
}

function Part(props: {
  title: string;
  language: DefinitionLanguage;
  shown: number;
  compared?: number;
  after: string;
  before?: string;
}) {
  const t = useText();
  const { title, language, shown, compared, after, before } = props;
  const body = () => {
    if (before === undefined) {
      return (
        <LazyCodeView
          value={after}
          language={language}
          label={t('definition.viewLabel', {
            part: title,
            version: String(shown),
          })}
        />
      );
    }
    if (before === after) return <Text as="p">{t('definition.same')}</Text>;
    return (
      <LazyCodeDiff
        before={before}
        after={after}
        language={language}
        label={t('definition.diffLabel', {
          part: title,
          before: String(compared),
          after: String(shown),
        })}
      />
    );
  };
  return (
    <div>
      <Text as="h4" variant="body-medium" weight="bold">
        {title}
      </Text>
      {body()}
    </div>
  );
}
