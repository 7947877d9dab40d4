import { discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  changePreviewApiRef,
  ChangePreviewPanelProps,
} from '@datalark/backstage-plugin-data-lineage-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentType, useState } from 'react';

/** What the server of data-jobs answers, by method and path. */
export type Answers = Record<string, { status?: number; body: unknown }>;

/** Renders a field as a form does: it keeps the value and gives it back. */
export async function renderField<T>(
  Field: ComponentType<any>,
  options: {
    value?: T;
    title?: string;
    uiOptions?: Record<string, unknown>;
    answers?: Answers;
    entities?: Entity[];
    /** What is filled in in the whole form. */
    formData?: Record<string, unknown>;
    hasLineage?: boolean;
  } = {},
) {
  const values: Array<T | undefined> = [];
  const requests: Array<{ call: string; init?: RequestInit }> = [];
  const fetch = async (input: any, init?: RequestInit) => {
    const { pathname } = new URL(String(input?.url ?? input));
    const call = `${init?.method ?? 'GET'} ${pathname}`;
    requests.push({ call, init });
    const { status = 200, body } = options.answers?.[call] ?? {
      status: 404,
      body: { error: { name: 'NotFoundError', message: `no ${call}` } },
    };
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    });
  };
  const Form = () => {
    const [value, setValue] = useState(options.value);
    return (
      <Field
        name="field"
        formData={value}
        onChange={(next: T | undefined) => {
          values.push(next);
          setValue(next);
        }}
        schema={{ title: options.title }}
        uiSchema={{ 'ui:options': options.uiOptions }}
        idSchema={{ $id: 'field' }}
        rawErrors={[]}
        formContext={{ formData: options.formData }}
      />
    );
  };
  await renderInTestApp(
    <div data-testid="field">
      <Form />
    </div>,
    {
      apis: [
        [discoveryApiRef, mockApis.discovery({ baseUrl: 'http://portal' })],
        [fetchApiRef, { fetch }],
        [catalogApiRef, catalogApiMock({ entities: options.entities })],
        ...(options.hasLineage
          ? [[changePreviewApiRef, { Panel: FakePanel }] as const]
          : []),
      ],
    },
  );
  return {
    values,
    requests,
    last: () => values.at(-1),
    container: () => screen.getByTestId('field'),
  };
}

/** The panel of a lineage plugin: says what it is asked. */
function FakePanel({ request }: ChangePreviewPanelProps) {
  return request ? (
    <p>Lineage of {JSON.stringify(request.definition)}</p>
  ) : null;
}

/** Picks an option of a list by its visible name. */
export async function chooseOption(
  label: string | RegExp,
  option: string | RegExp,
) {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  const list = within(await screen.findByRole('listbox'));
  await userEvent.click(await list.findByRole('option', { name: option }));
}
