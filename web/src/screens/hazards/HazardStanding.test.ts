import { HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import { expect, test } from 'vitest'
import { show } from '../../test/show.ts'
import HazardStanding from './HazardStanding.vue'

const hazard = { status: 'rectifying', grade: 'major', overdue: false, overdueDays: 0 } as const

test('The state is written out beside its shape', async () => {
  const { container } = await show(HazardStanding, { props: { hazard } })
  expect(container.textContent).toBe(HAZARD_STATUSES.rectifying.zh)
})

test('An overdue hazard says by how many days', async () => {
  const { container } = await show(HazardStanding, {
    props: { hazard: { ...hazard, overdue: true, overdueDays: 12 } },
  })
  expect(container.textContent).toContain(HAZARD_STATUSES.rectifying.zh)
  expect(container.textContent).toMatch(/超期\s*12\s*天/u)
})
