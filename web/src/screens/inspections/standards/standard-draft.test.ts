import { INSPECTION_TEMPLATES } from '@onemap/api/domain/inspection-templates'
import { expect, test } from 'vitest'
import {
  emptyItem,
  isComplete,
  itemsOfPoint,
  itemsOfTemplate,
  readItems,
  standardOf,
} from './standard-draft.ts'

test('a template gives complete items that are told apart', () => {
  for (const template of INSPECTION_TEMPLATES) {
    const items = itemsOfTemplate(template)
    expect(items.every(isComplete)).toBe(true)
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
  }
})

test('a risk point gives an item for each of its measures', () => {
  const items = itemsOfPoint(
    {
      id: 'p',
      name: '锅炉',
      sources: [
        { measures: [{ id: 'a', content: '校验' }] },
        { measures: [{ id: 'b', content: '巡检' }] },
      ],
    },
    '有效',
  )
  expect(
    items.map(({ subject, measureId, riskPointId, content }) => [
      subject,
      measureId,
      riskPointId,
      content,
    ]),
  ).toEqual([
    ['measure', 'a', 'p', '校验'],
    ['measure', 'b', 'p', '巡检'],
  ])
})

test('what was typed is read back, and nonsense is not', () => {
  const item = { ...emptyItem(), content: '查', subjectName: '泵' }
  expect(readItems(JSON.stringify([item]))).toMatchObject([{ content: '查', subjectName: '泵' }])
  expect(readItems('[{"a":1}]')).toBeNull()
  expect(readItems('')).toBeNull()
})

test('what is sent knows nothing of the screen', () => {
  expect(
    standardOf({ name: ' 周检 ', kind: '?', note: '' }, [{ ...emptyItem(), id: 'x' }]),
  ).toMatchObject({ name: '周检', kind: 'daily', items: [{ id: 'x' }] })
  expect(
    JSON.stringify(standardOf({ name: '', kind: 'daily', note: '' }, [emptyItem()])),
  ).not.toContain('"key"')
})
