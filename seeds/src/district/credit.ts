import { completeCreditCode } from '@onemap/api/domain/credit-code'
import { organisationCheckCharacter } from '@onemap/api/domain/organisation-code'

const CODES = 31 ** 5

/**
 * A valid credit code of 台儿庄区 (370405) that no company of Shandong has: its organisation code is of
 * the MA0 series, which other provinces give out.
 * @param serial distinguishes up to 31⁵ enterprises
 */
export function demonstrationCreditCode(serial: number, authority: '12' | '91'): string {
  const spread = (serial * 7_919_177 + 11) % CODES
  const organisation = `MA0${[...spread.toString(31).toUpperCase().padStart(5, '0')].map(allowed).join('')}`
  return completeCreditCode(
    `${authority}370405${organisation}${organisationCheckCharacter(organisation)}`,
  )
}

/** Digits of base 31 (0–9, A–U) to the characters of a credit code, one to one: I, O and S may not occur. */
function allowed(digit: string): string {
  const at = 'IOS'.indexOf(digit)
  return at < 0 ? digit : 'WXY'.charAt(at)
}
