import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { enterpriseId } from '../db/test-fixture-places.ts'
import { testApp } from '../test-app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
  await app.database.asOwner(async (tx) => {
    await tx.execute(
      sql`UPDATE enterprises SET name = '试验三〇一（集团）厂', initials = 'sysyjtc' WHERE id = ${enterpriseId(1)}`,
    )
    await tx.execute(
      sql`UPDATE enterprises SET name = '⾼新⾦属⽤品⼀厂', initials = 'gxjsypyc' WHERE id = ${enterpriseId(2)}`,
    )
  })
})
afterAll(() => app.database.close())

const Names = z.object({ items: z.array(z.object({ name: z.string() })) })

describe('searching enterprises', () => {
  it.each([
    ['(集团)', '试验三〇一（集团）厂'],
    ['（集团）', '试验三〇一（集团）厂'],
    ['SYSYJT', '试验三〇一（集团）厂'],
    ['ｓｙｓｙｊｔ', '试验三〇一（集团）厂'],
    ['高新金属用品一厂', '⾼新⾦属⽤品⼀厂'],
    ['⾼新', '⾼新⾦属⽤品⼀厂'],
    ['gxjsyp', '⾼新⾦属⽤品⼀厂'],
  ])('finds %s', async (words, name) => {
    const { items } = await app.read(`/api/enterprises?q=${encodeURIComponent(words)}`, Names)
    expect(items).toMatchObject([{ name }])
  })

  it.each(['试%厂', '试验_〇', '\\', "'"])('takes %s for itself', async (words) => {
    const { items } = await app.read(`/api/enterprises?q=${encodeURIComponent(words)}`, Names)
    expect(items).toEqual([])
  })

  it('is refused where nothing is left to look for', async () => {
    expect(await app.wrongFields('/api/enterprises?q=%E2%80%8B')).toEqual(['q'])
  })
})
