module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // The contract kit is a library of cases: it exports them, and what a
      // case expects depends on what the engine says it can do.
      files: ['src/testUtils/contract/*.ts'],
      rules: {
        'jest/no-export': 'off',
        'jest/no-conditional-expect': 'off',
        'jest/expect-expect': 'off',
      },
    },
  ],
});
