import { DataJobsClient } from '@datalark/backstage-plugin-data-jobs-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chooseOption, renderField } from '../../__testUtils__/renderField';
import { JarUpload } from './JarUpload';
import { isJarReference, sizeText } from './jarReference';

const jar = (letter: string, fileName: string) => ({
  ref: `uploaded:${letter.repeat(64)}`,
  fileName,
  sizeBytes: 2048,
  sha256: letter.repeat(64),
  uploadedAt: '2026-01-01T00:00:00Z',
  uploadedBy: 'user:default/guest',
});
const file = (name: string) => new File(['PK'], name);
const list = {
  'GET /api/data-jobs/jars': { body: { items: [jar('a', 'old.jar')] } },
};

describe('JarUpload', () => {
  afterEach(() => jest.restoreAllMocks());

  it('uploads a jar and takes its reference', async () => {
    const uploadJar = jest
      .spyOn(DataJobsClient.prototype, 'uploadJar')
      .mockResolvedValue(jar('b', 'new.jar'));
    const { last } = await renderField<string>(JarUpload, {
      answers: list,
    });
    await userEvent.upload(
      await screen.findByLabelText(/Upload a jar/),
      file('new.jar'),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'new.jar is uploaded (2.0 KiB).',
    );
    expect(last()).toBe(jar('b', '').ref);
    expect(uploadJar).toHaveBeenCalledWith(expect.any(File), 'new.jar');
  });

  it('says why a jar was refused', async () => {
    jest
      .spyOn(DataJobsClient.prototype, 'uploadJar')
      .mockRejectedValue(new Error('You may not.'));
    const { last } = await renderField<string>(JarUpload, {
      answers: list,
    });
    await userEvent.upload(
      await screen.findByLabelText(/Upload a jar/),
      file('new.jar'),
    );
    expect(
      await screen.findByText(/new\.jar was not uploaded: .*You may not\./),
    ).toBeInTheDocument();
    expect(last()).toBeUndefined();
  });

  it('picks one that is there', async () => {
    const { last } = await renderField<string>(JarUpload, { answers: list });
    await chooseOption(/Jar/, 'old.jar (2.0 KiB)');
    expect(last()).toBe(jar('a', '').ref);
  });

  it('takes an address', async () => {
    const { last } = await renderField<string>(JarUpload, { answers: list });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Or where it is/ }),
      'file:/opt/x.jar',
    );
    expect(last()).toBe('file:/opt/x.jar');
  });
});

it.each([
  [`uploaded:${'0'.repeat(64)}`, true],
  ['https://repo.example.com/x.jar', true],
  ['file:${DATA_DIR}/x.jar', true],
  ['http://repo.example.com/x.jar', false],
  ['/opt/x.jar', false],
])('tells whether %s is a reference: %s', (text, expected) => {
  expect(isJarReference(text)).toBe(expected);
});

it('writes sizes for people', () => {
  expect([1, 4272, 5_000_000].map(sizeText)).toEqual([
    '1 B',
    '4.2 KiB',
    '4.8 MiB',
  ]);
});
