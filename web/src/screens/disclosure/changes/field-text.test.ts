import { expect, it } from 'vitest'
import { fieldText, toldFields } from './field-text.ts'

const record = {
  code: 'BCDFGHJK',
  operator: '甲',
  address: '某路1号',
  activity: '加油',
  kind: 'high-risk-plant' as const,
  level: 2 as const,
  harms: ['fire' as const, 'on-site' as const],
  warningZh: '响警报',
  warningEn: 'Siren',
  doThisZh: '走\n打119',
  doThisEn: 'Leave',
  lastVisit: null,
  officeName: '安全科',
  officePhone: '0632-1',
  townCode: '370405001',
  townName: '运河街道',
  lon: 117.7305,
  lat: 34.5605,
}
const zh = { term: (label: { zh: string }) => label.zh, comma: '、' }

it('tells a place once', () =>
  expect(toldFields(['level', 'lon', 'lat', 'address'])).toEqual(['level', 'place', 'address']))

it.each([
  ['level', '2 较大'],
  ['kind', '高危企业'],
  ['harms', '火灾、作业场所内的伤害'],
  ['place', '117.7305, 34.5605'],
  ['lastVisit', '—'],
  ['doThisZh', '走\n打119'],
] as const)('says %s as %s', (field, text) => {
  expect(fieldText(record, field, zh)).toBe(text)
})
