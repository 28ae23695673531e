import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readAll, temporaryPath } from '@onemap/api/ledger/file/test-files'
import { LEDGER_NAMES, LEDGERS } from './ledgers.ts'
import { writeTemplate } from './template.ts'
import { faultsOf, TEST_CONTEXT } from './test-context.ts'

describe.each(LEDGER_NAMES)('template of %s', (name) => {
  const ledger = LEDGERS[name]
  const committed = fileURLToPath(new URL(`../../templates/${name}.xlsx`, import.meta.url))

  it('is what the columns say', async () => {
    const path = await temporaryPath('template.xlsx')
    await writeTemplate(ledger, path)
    for (const sheet of [0, 1])
      expect(await readAll(committed, sheet)).toEqual(await readAll(path, sheet))
  })

  it('explains every column', async () => {
    const instructions = await readAll(committed, 1)
    expect(instructions.slice(1, -1).map(({ cells }) => cells.slice(0, 2))).toEqual(
      ledger.columns.map(({ heading, required, instead }) => [
        heading,
        required
          ? instead === undefined
            ? '必填'
            : expect.stringContaining('至少填一项')
          : '选填',
      ]),
    )
  })

  it('has an example that the parser takes', () => {
    const example = Object.fromEntries(
      ledger.columns.map(({ key, example }) => [key, String(example)]),
    )
    const divisions = { ...TEST_CONTEXT.divisions, town: () => ({ value: '370405103' }) }
    expect(faultsOf(ledger.rowReader({ ...TEST_CONTEXT, divisions })(example))).toEqual([])
  })

  it('has headings and aliases that name one column each, or the better one first', () => {
    const headings = ledger.columns.map(({ heading }) => heading)
    expect(new Set(headings).size).toBe(headings.length)
  })
})
