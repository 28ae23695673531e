import { DrizzleQueryError } from 'drizzle-orm/errors'
import { z } from 'zod'
import type { Label } from '../domain/dictionary.ts'
import { DomainError } from '../domain/errors.ts'
import { PLACE_EXPECTED } from '../domain/place.ts'

/** The database takes a value for none of its own, whatever the schemas at the border let through. */
export class UnstorableError extends DomainError {
  override readonly name = 'UnstorableError'

  constructor(text: Label) {
    super('unstorable', 422, text)
  }
}

/** SQLSTATEs by which PostgreSQL refuses a value, and not a statement of ours. */
const REFUSALS: Readonly<Record<string, Label>> = {
  // character_not_in_repertoire, untranslatable_character
  '22021': {
    zh: '提交的文字里有不能保存的字符，请删去后再提交',
    en: 'The text holds characters that cannot be stored; delete them and send again',
  },
  '22P05': {
    zh: '提交的文字里有不能保存的字符，请删去后再提交',
    en: 'The text holds characters that cannot be stored; delete them and send again',
  },
  // numeric_value_out_of_range
  '22003': { zh: '提交的数值超出可保存的范围', en: 'A number is out of the range that is stored' },
  // invalid_text_representation
  '22P02': { zh: '提交的值格式不正确', en: 'A value is not written as it should be' },
  // invalid_datetime_format, datetime_field_overflow
  '22007': { zh: '提交的日期或时间不正确', en: 'A day or time is not one' },
  '22008': { zh: '提交的日期或时间超出范围', en: 'A day or time is out of range' },
  // string_data_right_truncation
  '22001': { zh: '提交的文字过长', en: 'A text is too long' },
}

const CHECK_VIOLATION = '23514'
const Refusal = z.object({ code: z.string(), constraint: z.string().optional() })

/** The refusal that a failed statement stands for; undefined where the fault is not the value's. */
export function unstorable(error: Error): UnstorableError | undefined {
  const { data } = Refusal.safeParse(error instanceof DrizzleQueryError ? error.cause : error)
  if (data === undefined) return undefined
  if (data.code === CHECK_VIOLATION && data.constraint?.endsWith('_in_the_world'))
    return new UnstorableError({
      zh: PLACE_EXPECTED.zh,
      en: `Expected ${PLACE_EXPECTED.en}`,
    })
  const text = REFUSALS[data.code]
  return text && new UnstorableError(text)
}
