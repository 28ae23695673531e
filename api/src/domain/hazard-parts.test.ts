import { expect, test } from 'vitest'
import { hazardPartsOf, type HazardPerson } from './hazard-parts.ts'

const person = (
  role: HazardPerson['role'],
  ...positions: HazardPerson['positions']
): HazardPerson => ({ id: 'wang', name: '王五', role, positions })

test.each<[HazardPerson, readonly string[]]>([
  [person('bureau', 'officer'), ['office']],
  [person('bureau', 'head'), ['office', 'office-head']],
  [person('grid', 'chief'), ['grid-member']],
  [person('enterprise', 'safety-officer'), ['safety-officer']],
  [person('enterprise', 'principal'), ['principal', 'safety-officer']],
  [person('enterprise', 'rectifier'), ['rectifier']],
  [person('enterprise'), []],
  [person('leader'), ['bureau-leader']],
  [person('admin'), []],
  [person('auditor'), []],
])('%j acts as %j', (who, parts) => {
  expect(hazardPartsOf(who, null)).toEqual(parts)
  expect(hazardPartsOf(who, { id: 'li', name: '李四' })).toEqual(parts)
})

test('whoever is named as rectifier is one', () => {
  expect(
    hazardPartsOf(person('enterprise', 'safety-officer'), { id: 'wang', name: '王五' }),
  ).toEqual(['safety-officer', 'rectifier'])
})

test('for a rectifier without an account the safety officer takes the steps down', () => {
  const named = { id: null, name: '赵六' }
  expect(hazardPartsOf(person('enterprise', 'safety-officer'), named)).toEqual([
    'safety-officer',
    'rectifier',
  ])
  expect(hazardPartsOf(person('enterprise', 'principal'), named)).toEqual([
    'principal',
    'safety-officer',
    'rectifier',
  ])
  expect(hazardPartsOf(person('grid', 'member'), named)).toEqual(['grid-member'])
  expect(hazardPartsOf(person('bureau', 'head'), named)).toEqual(['office', 'office-head'])
})
