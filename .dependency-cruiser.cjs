/** Who may know whom (docs/architecture). Each rule has its name, and a test that plants a violation to see it bite. */
const TESTS = '\\.test\\.ts$|/testing/';

module.exports = {
  forbidden: [
    {
      name: 'domain-decides-alone',
      severity: 'error',
      comment: 'The domain is pure: it knows nothing but itself and the arithmetic of dates.',
      from: { path: '^server/domain/', pathNot: TESTS },
      to: { pathNot: '^server/domain/|node_modules/(date-fns|@date-fns/utc)/' },
    },
    {
      name: 'contract-has-no-logic-to-borrow',
      severity: 'error',
      comment: 'What travels: zod schemas over constants of the domain.',
      from: { path: '^server/contract/' },
      to: { pathNot: '^server/(contract|domain)/|node_modules/zod/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: TESTS },
      to: { path: '^(server/(features|testing|app|main|composition|routes)|seeds/|admin-ui/)' },
    },
    {
      name: 'features-meet-at-their-index',
      severity: 'error',
      comment: 'Another feature is known by the few functions of its index.ts.',
      from: { path: '^server/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^server/features/([^/]+)/', pathNot: '^server/features/$1/|/index\\.ts$' },
    },
    {
      name: 'one-door-to-the-data',
      severity: 'error',
      comment: 'A feature receives a transaction that carries its actor; it never opens one.',
      from: { path: '^server/features/', pathNot: TESTS },
      to: { path: 'node_modules/(typeorm|pg|pg-copy-streams)/' },
    },
    {
      name: 'interface-knows-the-contract-only',
      severity: 'error',
      from: { path: '^admin-ui/' },
      to: { path: '^(server|seeds|migrations)/', pathNot: '^server/contract/' },
    },
    {
      name: 'interface-carries-no-schema',
      severity: 'error',
      comment: 'Of the contract, the browser is given words and constants; schemas check what the server is sent.',
      from: { path: '^admin-ui/' },
      to: { path: '^server/contract/', pathNot: '^server/contract/(labels\\.ts$|words/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'migrations-know-nothing',
      severity: 'error',
      from: { path: '^migrations/', pathNot: TESTS },
      to: { pathNot: '^migrations/|node_modules/typeorm/' },
    },
    {
      name: 'tests-stay-out-of-the-program',
      severity: 'error',
      from: { path: '^(server|seeds|migrations|admin-ui/src)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
