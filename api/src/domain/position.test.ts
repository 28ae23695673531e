import { describe, expect, it } from 'vitest'
import { POSITION_CODES, POSITIONS_OF, positionFits } from './position.ts'
import { APPOINTED_TO, ROLE_CODES } from './role.ts'

describe('positions', () => {
  it('belong to exactly one role each', () => {
    for (const position of POSITION_CODES) {
      expect(
        ROLE_CODES.filter((role) => positionFits(role, position)),
        position,
      ).toHaveLength(1)
    }
  })

  it('are named by those who are appointed to something, and by nobody else', () => {
    for (const role of ROLE_CODES) {
      expect(positionFits(role, null), role).toBe(APPOINTED_TO[role] === 'district')
      expect(POSITIONS_OF[role].length > 0, role).toBe(APPOINTED_TO[role] !== 'district')
    }
  })
})
