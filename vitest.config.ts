import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const DATABASE_TESTS = '{api,geodata,seeds}/**/*.db.test.ts'
const OUTSIDE = ['**/node_modules/**', '**/dist/**']
/** Loading the whole API anew for every file took longer than its tests: files share what they load, none leaves anything in it. */
const SHARED = { isolate: false }

/** The same database tests on either database. PostGIS joins in when TEST_DATABASE_URL names a server. */
function databaseProject(name: 'embedded' | 'postgis') {
  return {
    test: {
      ...SHARED,
      name,
      include: [DATABASE_TESTS],
      exclude: OUTSIDE,
      globalSetup: [`api/src/db/test-${name}.ts`],
      // Each file begins with a database of its own; on a busy machine that takes a while.
      testTimeout: 60_000,
      hookTimeout: 240_000,
    },
  }
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...SHARED,
          name: 'unit',
          include: ['{api,geodata,seeds}/**/*.test.ts'],
          exclude: [...OUTSIDE, '**/*.db.test.ts'],
          // Some read whole packages of geographic data; on a busy machine that takes a while.
          testTimeout: 30_000,
        },
      },
      databaseProject('embedded'),
      ...(process.env['TEST_DATABASE_URL'] ? [databaseProject('postgis')] : []),
      {
        extends: './web/vite.config.ts',
        test: {
          ...SHARED,
          name: 'web',
          root: 'web',
          include: ['{src,build}/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: [fileURLToPath(new URL('web/src/test/clean.ts', import.meta.url))],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['web/e2e/**/*.journey.ts'],
          exclude: OUTSIDE,
          globalSetup: ['web/e2e/setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // Software drawing on a busy machine can lose a race against the clock once; the report names who needed it.
          retry: 1,
        },
      },
    ],
  },
})
