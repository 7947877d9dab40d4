import { dataEnginePickerField } from './fields/DataEnginePicker';
import { flinkConnectorField } from './fields/FlinkConnector';
import { flinkSqlEditorField } from './fields/FlinkSqlEditor';
import { jarUploadField } from './fields/JarUpload';
import { lineagePreviewField } from './fields/LineagePreview';
import { seaTunnelPluginField } from './fields/SeaTunnelPlugin';

type Validation = (
  value: unknown,
  field: { addError(message: string): void },
  context: unknown,
) => void;

/** The errors that a field's validation gives, in English. */
function errors(field: object, value: unknown, uiOptions: object = {}) {
  const found: string[] = [];
  const { validation } = field as { validation: Validation };
  validation(
    value,
    { addError: message => found.push(message) },
    {
      apiHolder: { get: () => undefined },
      uiSchema: { 'ui:options': uiOptions },
    },
  );
  return found;
}

it('gives the fields the names that the templates use', () => {
  const fields = [
    dataEnginePickerField,
    flinkConnectorField,
    flinkSqlEditorField,
    jarUploadField,
    lineagePreviewField,
    seaTunnelPluginField,
  ];
  expect(fields.map(field => (field as { name?: string }).name)).toEqual([
    'DataEnginePicker',
    'FlinkConnector',
    'FlinkSqlEditor',
    'JarUpload',
    'LineagePreview',
    'SeaTunnelPlugin',
  ]);
});

it('lets nobody go on with a wrong value', () => {
  expect(errors(flinkSqlEditorField, "INSERT INTO 'a")).toEqual([
    "Line 1, column 13: This string has no end. Close it with '. A quote inside of a string is written twice.",
  ]);
  expect(errors(flinkConnectorField, { connector: 'datagen' })).toEqual([
    'Name at least one column.',
  ]);
  expect(errors(seaTunnelPluginField, {}, { kind: 'sink' })).toEqual([
    'Choose a plugin.',
  ]);
  expect(
    errors(
      seaTunnelPluginField,
      { plugin: 'Console', options: {} },
      { kind: 'sink' },
    ),
  ).toEqual([]);
  expect(errors(jarUploadField, undefined)).toEqual([
    'Upload a jar, pick one, or say where it is.',
  ]);
  expect(errors(jarUploadField, '/opt/x.jar')[0]).toMatch(/^A jar is/);
});
