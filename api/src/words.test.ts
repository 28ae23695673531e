import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const REPOSITORY = join(import.meta.dirname, '../..')
const SOURCES = ['api/src', 'web/src', 'web/e2e', 'seeds/src', 'seeds/templates', 'geodata/src']

/** Landed migrations stay as they are; tables of synonyms list what others write. */
const FROZEN = /\/migrations\/|\/ledger\/words\//

const files = SOURCES.flatMap((folder) =>
  readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(REPOSITORY, folder, name))
    .filter((path) => /\.(?:ts|vue|json|md|html|csv)$/.test(path) && !FROZEN.test(path)),
).filter((path) => path !== import.meta.filename)

/** One word for one thing: what another word for it would be, and why this one. */
const ONE_WORD: readonly (readonly [word: string, instead: RegExp])[] = [
  ['超期: past its date, of whatever has one', /逾期|过期未/],
  ['经信局: the bureau is named by configuration', /应急局|应急管理局|工信局|安监局/],
]

describe('words', () => {
  it('are looked for everywhere', () => expect(files.length).toBeGreaterThan(1000))

  it.each(ONE_WORD)('%s', (_word, instead) => {
    const found = files
      .filter((path) => instead.test(readFileSync(path, 'utf8')))
      .map((path) => relative(REPOSITORY, path))
    expect(found).toEqual([])
  })
})
