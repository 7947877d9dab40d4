import { FieldLabel, Select, Text, TextField } from '@backstage/ui';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { StoredJar } from '@datalark/backstage-plugin-data-jobs-common';
import { ChangeEvent, useCallback, useId, useState } from 'react';
import { useDataJobsApi } from '../../api/useDataJobsApi';
import { useLoaded } from '../../api/useLoaded';
import { useText } from '../../api/useText';
import { FieldFrame, FieldGroup } from '../../parts/FieldFrame';
import styles from '../../parts/parts.module.css';
import { sizeText } from './jarReference';

/** Where a jar is: `uploaded:<sha256>`, `https://…` or `file:…`. */
export const jarUploadSchema = makeFieldSchema({ output: z => z.string() });

type Upload =
  | { state: 'none' }
  | { state: 'uploading'; name: string }
  | { state: 'done'; name: string; jar: StoredJar }
  | { state: 'failed'; text: string };

/** Uploads a jar to the portal, picks one that is there, or takes an address. */
export function JarUpload(props: typeof jarUploadSchema.TProps) {
  const { formData = '', onChange, disabled, schema, required } = props;
  const t = useText();
  const api = useDataJobsApi();
  const inputId = useId();
  const [upload, setUpload] = useState<Upload>({ state: 'none' });
  const stored = useLoaded(
    useCallback((signal: AbortSignal) => api.listJars({ signal }), [api]),
  );
  const jars = withUploaded(stored.state === 'ok' ? stored.value : [], upload);
  const isStored = jars.some(jar => jar.ref === formData);

  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const { name } = file;
    if (!name.toLowerCase().endsWith('.jar')) {
      setUpload({ state: 'failed', text: t('jar.notAJar', { name }) });
      return;
    }
    setUpload({ state: 'uploading', name });
    try {
      const jar = await api.uploadJar(file, name);
      setUpload({ state: 'done', name, jar });
      onChange(jar.ref);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setUpload({ state: 'failed', text: t('jar.failed', { name, message }) });
    }
  };

  return (
    <FieldFrame field={props}>
      <FieldGroup title={schema.title ?? t('jar.stored')}>
        <div className={styles.field}>
          <FieldLabel
            label={t('jar.upload')}
            htmlFor={inputId}
            secondaryLabel={required ? t('common.isRequired') : undefined}
          />
          <input
            id={inputId}
            className={styles.file}
            type="file"
            accept=".jar,application/java-archive"
            disabled={disabled || upload.state === 'uploading'}
            onChange={send}
          />
          <div role="status">
            <UploadText upload={upload} />
          </div>
        </div>
        <Select
          label={t('jar.stored')}
          isDisabled={disabled || jars.length === 0}
          options={jars.map(jar => ({
            id: jar.ref,
            label: `${jar.fileName} (${sizeText(jar.sizeBytes)})`,
          }))}
          value={isStored ? formData : null}
          onChange={key => onChange(key === null ? undefined : String(key))}
          description={
            stored.state === 'failed'
              ? t('common.loadFailed', { message: stored.error.message })
              : undefined
          }
          placeholder={
            stored.state === 'ok' && jars.length === 0
              ? t('jar.storedNone')
              : undefined
          }
        />
        <TextField
          label={t('jar.reference')}
          description={t('jar.referenceHelp')}
          className={styles.mono}
          isDisabled={disabled}
          value={isStored ? '' : formData}
          onChange={text => onChange(text.trim() || undefined)}
        />
      </FieldGroup>
    </FieldFrame>
  );
}

function UploadText({ upload }: { upload: Upload }) {
  const t = useText();
  switch (upload.state) {
    case 'uploading':
      return <Text>{t('jar.uploading', { name: upload.name })}</Text>;
    case 'done':
      return (
        <Text>
          {t('jar.uploaded', {
            name: upload.name,
            size: sizeText(upload.jar.sizeBytes),
          })}
        </Text>
      );
    case 'failed':
      return <Text color="danger">{upload.text}</Text>;
    default:
      return null;
  }
}

function withUploaded(jars: StoredJar[], upload: Upload): StoredJar[] {
  if (upload.state !== 'done') return jars;
  const { jar } = upload;
  return [jar, ...jars.filter(each => each.ref !== jar.ref)];
}
