import tseslint from 'typescript-eslint';

const NO_CLOCK = 'The domain reads no clock: today is a parameter.';
const ONE_CLOCK = 'Time comes from the clock that is passed in (platform/clock.ts): a test, and TODAY, may set it.';
const NO_LOTS = 'The domain draws no lots.';

/** Every way to ask the machine what time it is. */
const clockReaders = (message) => [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message },
  { selector: 'CallExpression[callee.name="Date"]', message },
  // A formatter that is given nothing formats now.
  { selector: 'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]', message },
  {
    selector: 'MemberExpression[object.name="Date"]:matches([property.name="now"], [property.value="now"])',
    message,
  },
  { selector: 'VariableDeclarator[init.name=/^(Date|Math)$/]', message: 'Another name would hide a clock or a lot.' },
];

/** What the domain may not do: read a clock, draw lots, touch the process or the network. `today` is a parameter. */
const PURE = [
  ...clockReaders(NO_CLOCK),
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
  // Use cases date what they record: by the one clock, or « as known on a day » would not be what was recorded by then.
  {
    files: ['server/features/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-syntax': ['error', ...clockReaders(ONE_CLOCK)],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^date-fns', importNamePattern: CLOCK_READERS, message: ONE_CLOCK },
            { regex: 'platform/clock', importNames: ['systemClock'], message: ONE_CLOCK },
          ],
        },
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
