import { fileURLToPath } from 'node:url';

/**
 * Three kinds of tests, one runner. The suffix of a file says what it needs:
 *   *.test.ts            nothing: pure functions and tools
 *   *.db.test.ts, *.http.test.ts   the shared PostgreSQL, a database of its own copied from the template
 *   *.browser.test.ts, *.launch.test.ts   the compiled program, and for the browser the packaged Chromium
 */
const rootDir = fileURLToPath(new URL('..', import.meta.url));

const common = {
  rootDir,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/server/dist/', '<rootDir>/.jalon/', '<rootDir>/.cache/'],
};

const needsDatabase = ['db', 'http', 'browser', 'launch'].map((kind) => `\\.${kind}\\.test\\.ts$`);

export default {
  rootDir,
  // Jest reads this from here only, and ignores it in a project: long enough for the slowest, the launch tests.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/server/testing/longestFirst.mjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/(server|seeds|migrations)/**/*.test.ts'],
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, ...needsDatabase],
    },
    {
      ...common,
      displayName: 'database',
      testMatch: ['<rootDir>/(server|seeds|migrations)/**/*.(db|http).test.ts'],
      globalSetup: '<rootDir>/server/testing/globalSetup.ts',
      globalTeardown: '<rootDir>/server/testing/globalTeardown.ts',
    },
    {
      ...common,
      displayName: 'program',
      testMatch: ['<rootDir>/(server|admin-ui)/**/*.(browser|launch).test.ts'],
      globalSetup: '<rootDir>/server/testing/globalSetup.ts',
      globalTeardown: '<rootDir>/server/testing/globalTeardown.ts',
    },
  ],
};
