import { completeCreditCode } from '../domain/credit-code.ts'

/** Credit code of the templates' example rows: well-formed, nobody's, and never imported. */
export const EXAMPLE_CREDIT_CODE = completeCreditCode('91370405000000000')
