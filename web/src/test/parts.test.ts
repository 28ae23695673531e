import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Folders whose parts many screens share. */
const SHARED = ['ui']

const parts = SHARED.flatMap((folder) =>
  readdirSync(join(import.meta.dirname, '..', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.vue'))
    .map((name) => join(import.meta.dirname, '..', folder, name)),
)

test('Every shared part has a test beside it', () => {
  expect(parts.length).toBeGreaterThan(10)
  expect(parts.filter((part) => !existsSync(part.replace(/\.vue$/, '.test.ts')))).toEqual([])
})
