import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { auditChange } from './auditChange';

const event = { success: jest.fn(), fail: jest.fn() };
const auditor = mockServices.auditor.mock({ createEvent: async () => event });
const caller = { credentials: mockCredentials.user(), surface: 'page' };

describe('auditChange', () => {
  beforeEach(() => jest.clearAllMocks());

  it('says who did what, and that it went well', async () => {
    const act = async () => 7;
    expect(await auditChange(auditor, caller, 'do', { a: 'b' }, act)).toBe(7);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'do',
      severityLevel: 'medium',
      request: undefined,
      meta: { a: 'b', requestedBy: 'user:default/mock', surface: 'page' },
    });
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('says why it failed, and throws that', async () => {
    const error = new Error('no');
    const act = () => Promise.reject(error);
    await expect(auditChange(auditor, caller, 'do', {}, act)).rejects.toBe(
      error,
    );
    expect(event.fail).toHaveBeenCalledWith({ error });
    expect(event.success).not.toHaveBeenCalled();
  });
});
