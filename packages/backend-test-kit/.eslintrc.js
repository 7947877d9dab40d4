module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // A library of cases: it exports them.
      files: ['src/*.ts'],
      rules: { 'jest/no-export': 'off' },
    },
  ],
});
