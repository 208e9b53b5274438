import tseslint from 'typescript-eslint';

const NO_CLOCK = 'The domain reads no clock: today is a parameter.';
const NO_LOTS = 'The domain draws no lots.';

/** What the domain may not do: read a clock, draw lots, touch the process or the network. `today` is a parameter. */
const PURE = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: NO_CLOCK },
  { selector: 'CallExpression[callee.name="Date"]', message: NO_CLOCK },
  // A formatter that is given nothing formats now.
  { selector: 'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]', message: NO_CLOCK },
  {
    selector: 'MemberExpression[object.name="Date"]:matches([property.name="now"], [property.value="now"])',
    message: NO_CLOCK,
  },
  { selector: 'VariableDeclarator[init.name=/^(Date|Math)$/]', message: 'Another name would hide a clock or a lot.' },
  {
    selector: 'MemberExpression[object.name="Math"]:matches([property.name="random"], [property.value="random"])',
    message: NO_LOTS,
  },
];

/** Globals of a machine: none of them is a value. */
const IMPURE_GLOBALS = [
  'process',
  'globalThis',
  'global',
  'fetch',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'console',
].map((name) => ({ name, message: 'The domain knows no machine: whatever it needs is a parameter.' }));

/** Functions of date-fns that read the clock. */
const CLOCK_READERS =
  '^(is(Past|Future|Today|Tomorrow|Yesterday|This.*)|(startOf|endOf)(Today|Tomorrow|Yesterday)|formatDistanceToNow.*|constructNow)$';

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
    rules: {
      'no-restricted-syntax': ['error', ...PURE],
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^date-fns', importNamePattern: CLOCK_READERS, message: NO_CLOCK }] },
      ],
    },
  },
  // A crash page leaves its trace where a developer looks for it.
  { files: ['admin-ui/src/**'], rules: { 'no-console': ['error', { allow: ['error'] }] } },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
);
