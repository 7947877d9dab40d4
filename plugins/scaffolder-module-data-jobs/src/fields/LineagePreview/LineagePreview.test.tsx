import { screen } from '@testing-library/react';
import { renderField } from '../../__testUtils__/renderField';
import { LineagePreview } from './LineagePreview';

const formData = {
  source: { plugin: 'FakeSource' },
  sink: { plugin: 'Console' },
};

describe('LineagePreview', () => {
  it('shows what the job of the form would do', async () => {
    await renderField(LineagePreview, {
      uiOptions: { jobType: 'seatunnel' },
      formData,
      hasLineage: true,
    });
    expect(
      await screen.findByText(/^Lineage of .*FakeSource.*Console/),
    ).toBeInTheDocument();
  });

  it('is not there in an app without lineage', async () => {
    const { container } = await renderField(LineagePreview, { formData });
    expect(container()).toBeEmptyDOMElement();
  });
});
