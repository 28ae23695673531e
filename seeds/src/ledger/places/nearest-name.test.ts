import { expect, it } from 'vitest'
import { nearestName } from './nearest-name.ts'

it.each([
  ['涧头镇', '涧头集镇'],
  ['尼沟镇', '泥沟镇'],
  ['北京', undefined],
])('%s → %s', (text, name) => {
  expect(nearestName(text, ['运河街道', '涧头集镇', '泥沟镇'])).toBe(name)
})
