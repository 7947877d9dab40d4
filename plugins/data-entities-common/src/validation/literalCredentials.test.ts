import { findCredentialUses } from './literalCredentials';

describe('findCredentialUses', () => {
  it.each([
    ["'password' = 'x1'", 'password'],
    ["'properties.sasl.password'='x1'", 'properties.sasl.password'],
    ["SET 's3.secret-key' = 'x1';", 's3.secret-key'],
    ['SET s3.secret-key = x1;', 's3.secret-key'],
    ["/*+ OPTIONS('api-key'='x1') */", 'api-key'],
    ["'c' = 'required password=\"x1\";'", 'password'],
    ["'url' = 'jdbc:mysql://db/x?password=x1'", 'password'],
    ["'url' = 'postgres://u:x1@db/x'", 'in an address'],
    ["'headers' = 'Authorization: Bearer x1'", 'authorization'],
  ])('finds it in SQL: %s', (text, name) => {
    expect(findCredentialUses(text, 'sql')).toEqual([{ name, line: 1 }]);
  });

  it.each([
    ["'password' = '${secret:db}'"],
    ["'password' = ''"],
    ["'password' = '******'"],
    ["'password-file' = '/run/secrets/x'"],
    ["'key.format' = 'json', 'primary-key' = 'id'"],
    ["SELECT * FROM users WHERE password = 'x1' AND token = 'web'"],
    ['CREATE TABLE t (password STRING, token STRING)'],
    ["'url' = 'mysql://u:${secret:p}@db'"],
    ["'url' = 'mysql://${secret:user-and-password}@db'"],
    ["'max-tokens' = '100'"],
  ])('leaves in SQL: %s', text => {
    expect(findCredentialUses(text, 'sql')).toEqual([]);
  });

  it.each([
    ['password = "x1"', 'password'],
    ['password: x1', 'password'],
    ['{"secretKey": "x1"}', 'secretKey'],
    ['fs.s3a.access.key=x1', 'fs.s3a.access.key'],
    ['--db-password x1', 'db-password'],
    ['-Dapi.token=x1', 'api.token'],
    ["jdbc { passwd = 'x1' }", 'passwd'],
    ['password = 12345', 'password'],
  ])('finds it in a configuration: %s', (text, name) => {
    expect(findCredentialUses(text, 'config')).toEqual([{ name, line: 1 }]);
  });

  it.each([
    ['password = ${secret:db}'],
    ['password = ${?DB_PASSWORD_FROM_HOCON.x}'],
    ['schema { fields { password = string, token = "varchar(20)" } }'],
    ['secret:\n  name: x'],
    ['aws.credentials.provider = SimpleProvider'],
    ['security.delegation.tokens.enabled = true'],
  ])('leaves in a configuration: %s', text => {
    expect(findCredentialUses(text, 'config')).toEqual([]);
  });

  it('tells the line and the variable, never the value', () => {
    const text =
      "WITH (\n  'user' = 'a',\n  'password' = '${P}',\n  'token' = 'x1'\n)";
    expect(findCredentialUses(text, 'sql')).toEqual([
      { name: 'password', line: 3, variable: 'P' },
      { name: 'token', line: 4 },
    ]);
  });

  it('reads a long text without delay', () => {
    const text = `${"'a' = 'b', ".repeat(20000)}${' '.repeat(
      20000,
    )}password${' '.repeat(20000)}`;
    const started = Date.now();
    findCredentialUses(text, 'config');
    findCredentialUses(text, 'sql');
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
