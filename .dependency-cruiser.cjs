/** The floors of the house: imports go downwards only (domain ← db ← features ← app ← web; geodata and seeds stand beside). */
const FEATURES = '^api/src/(?!domain/|db/|http/|ledger/)[^/]+/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment: 'Rules of the trade know no database, no HTTP, no screen.',
      severity: 'error',
      from: { path: '^api/src/domain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^api/src/domain/', 'node_modules/(\\.pnpm/)?big\\.js'] },
    },
    {
      name: 'db-knows-domain-only',
      severity: 'error',
      from: { path: '^api/src/db/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(api/src/(?!db/|domain/)|web/|seeds/|geodata/)' },
    },
    {
      name: 'http-knows-no-feature',
      severity: 'error',
      from: { path: '^api/src/http/', pathNot: '\\.test\\.ts$' },
      to: { path: FEATURES },
    },
    {
      name: 'ledger-knows-domain-only',
      comment: 'How ledgers are written and read, for the API and for the importer.',
      severity: 'error',
      from: { path: '^api/src/ledger/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(api/src/(?!ledger/|domain/)|web/|seeds/|geodata/)' },
    },
    {
      name: 'one-writer-of-workbooks',
      comment: 'Text stays text, and is escaped, in every workbook that is written.',
      severity: 'error',
      from: {
        path: '^(api|seeds|geodata)/',
        pathNot: ['\\.test\\.ts$', '^api/src/ledger/write/workbook\\.ts$'],
      },
      to: { path: 'node_modules/(\\.pnpm/)?exceljs' },
    },
    {
      name: 'features-keep-to-themselves',
      comment: 'What two features share is a rule (domain) or a table (db).',
      severity: 'error',
      from: { path: '^api/src/((?!domain/|db/|http/|ledger/)[^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: FEATURES, pathNot: '^api/src/$1/' },
    },
    {
      name: 'only-app-knows-all-features',
      severity: 'error',
      from: { path: '^api/src/(?!domain/|db/|http/)[^/]+/', pathNot: '\\.test\\.ts$' },
      to: { path: '^api/src/(app|server)\\.ts$' },
    },
    {
      name: 'queries-know-no-http',
      severity: 'error',
      from: { path: '/queries\\.ts$' },
      to: { path: ['node_modules/(\\.pnpm/)?(@?hono)', '^api/src/http/'] },
    },
    {
      name: 'api-stands-alone',
      severity: 'error',
      from: { path: '^api/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(web|seeds|geodata)/' },
    },
    {
      name: 'geodata-below-seeds',
      severity: 'error',
      from: { path: '^geodata/' },
      to: { path: '^(seeds|web)/' },
    },
    {
      name: 'tools-use-db-and-domain',
      severity: 'error',
      from: { path: '^(seeds|geodata)/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^api/src/(?!db/|domain/|ledger/|config\\.ts)' },
    },
    {
      name: 'web-knows-rules-and-contract',
      comment: 'The contract by its type, the rules by value.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(seeds/|geodata/|api/src/(?!domain/|app\\.ts))' },
    },
    {
      name: 'contract-is-a-type',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^api/src/app\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-map-room-touches-map-engines',
      severity: 'error',
      from: { path: '^web/src/(?!map/)' },
      to: { path: 'node_modules/(\\.pnpm/)?(maplibre-gl|@deck\\.gl|@luma\\.gl)' },
    },
    {
      name: 'map-below-screens',
      severity: 'error',
      from: { path: '^web/src/(map|ui|charts|i18n)/' },
      to: { path: '^web/src/screens/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|built|\\.css$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs'],
    },
  },
}
