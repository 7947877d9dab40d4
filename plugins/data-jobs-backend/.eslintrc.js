module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', 'eventually', 'crashAt', '**.expect'] },
    ],
    'jest/no-standalone-expect': [
      'error',
      { additionalTestBlockFunctions: ['eventually'] },
    ],
  },
});
