import { expect, test } from 'vitest'
import { HAZARD_STATUS_CODES } from '@onemap/api/domain/hazard'
import { show } from '../test/show.ts'
import HazardMark from './HazardMark.vue'

const drawn = async (props: InstanceType<typeof HazardMark>['$props']): Promise<string> => {
  const { container, unmount } = await show(HazardMark, { props })
  const html = container.innerHTML
  unmount()
  return html
}

test('Open, overdue, in hand and closed are told apart by shape alone', async () => {
  const shapes = new Set([
    await drawn({ status: 'registered' }),
    await drawn({ status: 'registered', overdue: true }),
    await drawn({ status: 'rectifying' }),
    await drawn({ status: 'closed' }),
  ])
  expect(shapes.size).toBe(4)
})

test('A major hazard is drawn differently from a general one at every step that is shown', async () => {
  for (const status of HAZARD_STATUS_CODES)
    expect(await drawn({ status, grade: 'major' }), status).not.toBe(
      await drawn({ status, grade: 'general' }),
    )
})
