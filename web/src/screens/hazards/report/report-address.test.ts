import { expect, it } from 'vitest'
import { aboutOf, reportAddress } from './report-address.ts'

it('says what a report is about, and reads it again', () => {
  expect(reportAddress()).toEqual({ name: 'new-hazard', query: {} })
  const about = { enterpriseId: 'e', riskPointId: 'p', linkedTo: 'h' }
  expect(reportAddress(about)).toEqual({ name: 'new-hazard', query: about })
  expect(aboutOf({ ...about, other: 'x' })).toEqual(about)
  expect(aboutOf({ enterpriseId: ['e', 'f'], riskPointId: '', linkedTo: null })).toEqual({})
})
