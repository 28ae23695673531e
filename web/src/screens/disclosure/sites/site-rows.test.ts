import { describe, expect, it } from 'vitest'
import { isOfView, narrowed, siteRows, type SiteFilters } from './site-rows.ts'

const candidate = (enterpriseId: string, more: object = {}) => ({
  enterpriseId,
  name: `企业${enterpriseId}`,
  kind: 'general' as const,
  level: 3 as const,
  townName: '运河街道',
  suggested: false,
  published: false,
  ...more,
})
const site = (enterpriseId: string, part: 'include' | 'remove' | 'retract', overrides = {}) => ({
  ...candidate(enterpriseId),
  code: `CODE${enterpriseId}`,
  part,
  overrides,
  reason: null,
})
const rows = siteRows(
  [
    candidate('1', { suggested: true, published: true }),
    candidate('2', { suggested: true }),
    candidate('3', { published: true, townName: '张山子镇' }),
    candidate('4', { level: null }),
    candidate('5'),
  ],
  [site('1', 'include', { activity: '加油' }), site('3', 'retract'), site('4', 'include')],
  [{ enterpriseId: '4', name: '企业4', problem: 'not-assessed' }],
)
const every: SiteFilters = { show: 'all', q: '', town: '', kind: '', level: '' }
const ids = (change: Partial<SiteFilters>) =>
  narrowed(rows, { ...every, ...change })
    .map(({ enterpriseId }) => enterpriseId)
    .join('')

describe('sites of a draft', () => {
  it('are in, leaving or out', () =>
    expect(rows.map(({ state }) => state)).toEqual(['in', 'out', 'leaving', 'in', 'out']))

  it.each([
    ['in', '14'],
    ['proposed', '2'],
    ['new', '4'],
    ['leaving', '3'],
    ['problems', '4'],
    ['worded', '1'],
    ['all', '12345'],
  ] as const)('%s shows %s', (show, shown) => {
    expect(ids({ show })).toBe(shown)
    expect(rows.filter((row) => isOfView(row, show))).toHaveLength(shown.length)
  })

  it('are found by name, public code, town and level', () => {
    expect([
      ids({ q: '企业5' }),
      ids({ q: 'code1' }),
      ids({ town: '张山子镇' }),
      ids({ level: 'none' }),
      ids({ level: '3', q: '企业4' }),
    ]).toEqual(['5', '1', '3', '4', ''])
  })
})
