import { filled } from '../places/placeholders';
import { matchesWhole, matchingPattern } from './matchingPattern';
import { renamed } from './renamed';

describe('renamed', () => {
  const replace = (
    replace_from: string,
    replace_to: string,
    is_regex = true,
  ) => ({
    replacements_with_regex: [{ replace_from, replace_to, is_regex }],
  });

  it.each([
    [{}, 'user_id'],
    [{ convert_case: 'UPPER' }, 'USER_ID'],
    [{ convert_case: 'lower', prefix: 'F_', suffix: '_S' }, 'F_user_id_S'],
    [replace('_', '-'), 'user-id'],
    [replace('^user', 'U'), 'U_id'],
    [replace('user', 'x', false), 'user_id'],
    [replace('user_id', 'x', false), 'x'],
    [{ ...replace('user', 'u'), convert_case: 'UPPER' }, 'u_ID'],
    [
      {
        specific: [{ field_name: 'user_id', target_name: 'id' }],
        prefix: 'F_',
      },
      'id',
    ],
    [replace('(a+)+$', 'x'), undefined],
    [replace('(', 'x'), undefined],
  ])('%j', (options, expected) => {
    expect(renamed('user_id', options)).toBe(expected);
  });
});

describe('matchingPattern', () => {
  it.each([
    '(a+)+',
    '(a|b)*',
    '((a))*x(b*)*',
    '(.*)\\1',
    'a*b*c*d*e*',
    '[',
    '(?<n>a)\\k<n>',
    'a'.repeat(600),
  ])('does not run %j', pattern => {
    expect(matchingPattern(pattern)).toBeUndefined();
  });

  it('matches as a whole', () => {
    expect(matchesWhole('test.a.*', 'test.abc')).toBe(true);
    expect(matchesWhole('a|b', 'ab')).toBe(false);
    expect(matchesWhole('.*', 'x'.repeat(400))).toBeUndefined();
  });
});

describe('filled', () => {
  it.each([
    ['${table_name}', ['t'], 't'],
    ['${database_name}.${schema_name}.${table_name}', ['d', 's', 't'], 'd.s.t'],
    ['${table_full_name}_copy', ['d', 't'], 'd.t_copy'],
    ['${schema_full_name}', ['d', 's', 't'], 'd.s'],
    ['${schema_name}', ['d', 't'], undefined],
    ['${schema_name:public}', ['d', 't'], 'public'],
    ['${other}_${table_name}', ['t'], '${other}_t'],
    ['plain', [], 'plain'],
    ['${table_name}', [], undefined],
  ])('%s of %j', (text, path, expected) => {
    expect(filled(text, path)).toBe(expected);
  });
});
