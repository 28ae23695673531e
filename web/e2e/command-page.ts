import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Caller } from './accounts.ts'

const count = z.number()
const Figures = z.object({
  asOf: z.string(),
  enterprises: z.object({ total: count }),
  riskPoints: z.object({
    total: count,
    byLevel: z.record(z.string(), count),
    byAccidentType: z.record(z.string(), count),
  }),
  hazards: z.object({ open: count, overdue: count, majorOpen: count }),
  rectification: z.object({
    month: z.object({ from: z.string(), found: count, fixed: count, rate: count.nullable() }),
  }),
  grids: z.object({ patrolled: count, total: count }),
  neighbours: z.object({ untold: count }),
  towns: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      overdueRate: count.nullable(),
      coverage: count.nullable(),
    }),
  ),
  industryLevels: z.array(z.object({ code: z.string(), name: z.string() })),
  weeks: z.array(z.object({ week: z.string(), found: count, closed: count, backlog: count })),
  oldestMajor: z.array(
    z.object({
      id: z.string(),
      enterpriseId: z.string(),
      enterpriseName: z.string(),
      openDays: count,
    }),
  ),
})

export type Figures = z.output<typeof Figures>

/** The figures of the command screen as the API counts them. */
export const figuresOf = async (caller: Caller, query = ''): Promise<Figures> =>
  Figures.parse(await caller.get(`/api/command/figures${query}`))

const number = (text: string): number => Number(text.replaceAll(',', ''))

/** What the screen says, figure by figure. */
async function shown(page: Page): Promise<Record<string, number>> {
  const names = {
    enterprises: '监管企业',
    riskPoints: '风险点',
    open: '未闭环隐患',
    overdue: '超期隐患',
    majorOpen: '重大隐患',
    untold: '相邻告知待签收',
  }
  const values = await Promise.all(
    Object.entries(names).map(
      async ([key, name]) =>
        [key, number(await page.locator(`[data-figure="${name}"] .value b`).innerText())] as const,
    ),
  )
  return Object.fromEntries(values)
}

/** Waits until every figure on screen is the API's. @param levels whether all levels are counted; a chosen one does not limit the others' figures */
export async function untilShown(
  page: Page,
  figures: Figures,
  { day = false, levels = true } = {},
): Promise<void> {
  const { enterprises, riskPoints, hazards, neighbours, grids, rectification } = figures
  await expect
    .poll(() => shown(page), { timeout: 60_000 })
    .toEqual({
      enterprises: enterprises.total,
      riskPoints: riskPoints.total,
      open: hazards.open,
      overdue: hazards.overdue,
      majorOpen: hazards.majorOpen,
      untold: neighbours.untold,
    })
  const text = (name: string) => page.locator(`[data-figure="${name}"] .value`).innerText()
  const month = `${Number(rectification.month.from.slice(5, 7))}月`
  expect((await text(`${month}整改率`)).replaceAll(/\s/g, '')).toContain(
    rectification.month.rate === null ? '—' : (rectification.month.rate * 100).toFixed(1),
  )
  expect((await text(day ? '当日巡查网格' : '今日巡查网格')).replaceAll(/\s/g, '')).toBe(
    `${grids.patrolled}/${grids.total}`,
  )
  if (!levels) return
  for (const level of [1, 2, 3, 4])
    expect(
      number(await page.locator(`[data-level="${level}"] b`).innerText()),
      `level ${level}`,
    ).toBe(riskPoints.byLevel[String(level)])
}
