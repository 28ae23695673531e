import { describe, expect, test } from 'vitest'
import { DomainError } from './errors.ts'
import { isOrganisationCode, organisationCheckCharacter } from './organisation-code.ts'

describe('organisation code, GB 11714', () => {
  test.each(['M000100Y4', '71526726X', '192203821', '799655058'])(
    'published code %s is valid',
    (code) => {
      expect(organisationCheckCharacter(code.slice(0, 8))).toBe(code.charAt(8))
      expect(isOrganisationCode(code)).toBe(true)
      for (const wrong of [...'0123456789X'].filter((character) => character !== code.charAt(8))) {
        expect(isOrganisationCode(code.slice(0, 8) + wrong)).toBe(false)
      }
    },
  )

  test('remainder 0 gives 0, remainder 1 gives X', () => {
    expect(organisationCheckCharacter('00000000')).toBe('0')
    expect(organisationCheckCharacter('40000000')).toBe('X')
  })

  test.each(['', '1234567', '123456789', '1234567a', '1234-678'])('refuses %j', (text) => {
    expect(() => organisationCheckCharacter(text)).toThrow(DomainError)
  })

  test.each(['', '71526726', '71526726XX', '7152672-X'])('%j is not one', (text) => {
    expect(isOrganisationCode(text)).toBe(false)
  })
})
