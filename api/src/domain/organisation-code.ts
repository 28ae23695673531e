import { DomainError } from './errors.ts'

/** GB 11714-1997: weights of the eight characters before the check character; A = 10 … Z = 35. */
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const
const BODY = /^[0-9A-Z]{8}$/

/**
 * The mod-11 check character (0–9 or X) of an organisation code (组织机构代码, GB 11714), which are
 * characters 9–17 of a unified social credit code.
 * @throws DomainError `organisation-code-malformed` unless given eight digits or capital letters.
 */
export function organisationCheckCharacter(first8: string): string {
  if (!BODY.test(first8)) {
    throw new DomainError('organisation-code-malformed', 400, {
      zh: '组织机构代码前8位不合规',
      en: 'The first 8 characters of the organisation code are malformed',
    })
  }
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(first8.charAt(index), 36),
    0,
  )
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}

/** Whether nine characters are an organisation code. Codes given out under older rules may fail: warn, do not refuse. */
export function isOrganisationCode(text: string): boolean {
  return (
    text.length === 9 &&
    BODY.test(text.slice(0, 8)) &&
    text.endsWith(organisationCheckCharacter(text.slice(0, 8)))
  )
}
