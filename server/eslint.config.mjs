import tseslint from 'typescript-eslint';

/** What the domain may not do: read a clock, draw lots, touch the process or the network. `today` is a parameter. */
const PURE = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The domain reads no clock: today is a parameter.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The domain reads no clock: today is a parameter.',
  },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The domain draws no lots.' },
  { selector: 'CallExpression[callee.name="fetch"]', message: 'The domain knows no network.' },
  { selector: 'Identifier[name="process"]', message: 'The domain knows no process.' },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.cache/**', '.jalon/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['server/domain/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...PURE] },
  },
  // A crash page leaves its trace where a developer looks for it.
  { files: ['admin-ui/src/**'], rules: { 'no-console': ['error', { allow: ['error'] }] } },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
);
