import { mockServices } from '@backstage/backend-test-utils';
import { Redactor } from './Redactor';
import { SecretResolver } from './SecretResolver';

const config = mockServices.rootConfig({
  data: {
    dataJobs: {
      secrets: { 'db.main': `s3cr'et "x"`, short: 'abc', other: 's3cr' },
      secretAccess: { other: ['group:default/Shop'] },
    },
  },
});
const secrets = new SecretResolver(config);
const redactor = new Redactor(secrets);

describe('Redactor', () => {
  it.each([
    [`password s3cr'et "x"!`, 'password [secret:db.main]!'],
    [`{"p":"s3cr'et \\"x\\""}`, '{"p":"[secret:db.main]"}'],
    [`'s3cr''et "x"'`, `'[secret:db.main]'`],
    [encodeURIComponent(`s3cr'et "x"`), '[secret:db.main]'],
    [Buffer.from(`s3cr'et "x"`).toString('base64'), '[secret:db.main]'],
    ['s3cr', '[secret:other]'],
    ['abc stays, it is a word', 'abc stays, it is a word'],
  ])('%s', (text, expected) => {
    expect(redactor.text(text)).toBe(expected);
  });

  it('goes into every corner of an answer, and into logs', () => {
    expect(redactor.value({ 's3cr-key': [1, null, { a: 'xs3crx' }] })).toEqual({
      '[secret:other]-key': [1, null, { a: 'x[secret:other]x' }],
    });
    const logger = mockServices.logger.mock();
    redactor.logger(logger).warn('s3cr', { a: 's3cr' });
    expect(logger.warn).toHaveBeenCalledWith('[secret:other]', {
      a: '[secret:other]',
    });
  });
});

describe('SecretResolver', () => {
  const asker = (owner: string) => ({ entityRef: 'datajob:default/a', owner });

  it('gives secrets to whom they are kept for', () => {
    expect(secrets.resolve('db.main', asker('group:default/x'))).toEqual({
      status: 'ok',
      value: `s3cr'et "x"`,
    });
    expect(secrets.resolve('other', asker('group:default/shop')).status).toBe(
      'ok',
    );
    expect(secrets.resolve('other', asker('group:default/x')).status).toBe(
      'denied',
    );
    expect(secrets.resolve('none', asker('group:default/x')).status).toBe(
      'unknown',
    );
  });
});
