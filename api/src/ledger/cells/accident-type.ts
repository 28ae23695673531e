import { ACCIDENT_TYPES, isAccidentType, type AccidentType } from '../../domain/accident-type.ts'
import type { Cell } from '../column.ts'
import { ACCIDENT_TYPE_WORDS } from '../words/risk-words.ts'
import { oneOf } from './choice.ts'

/** A GB 6441 accident type by name, by number, or both (`08火灾`). */
export function accidentType(): Cell<AccidentType> {
  const types = Object.keys(ACCIDENT_TYPES).map(Number).filter(isAccidentType)
  const cell = oneOf(
    types.map((value) => {
      const name = ACCIDENT_TYPES[value]
      const padded = String(value).padStart(2, '0')
      return {
        value,
        name,
        others: [String(value), padded, `${padded}${name.zh}`, `${value}${name.zh}`, name.en],
        synonyms: ACCIDENT_TYPE_WORDS[value] ?? [],
      }
    }),
  )
  return {
    ...cell,
    allowed: {
      zh: `${cell.allowed.zh}（GB 6441，只填一种主要类型）`,
      en: `${cell.allowed.en} (GB 6441; only the principal one)`,
    },
    read(text) {
      const reading = cell.read(text)
      return 'fault' in reading && /[、,，;；/]/.test(text)
        ? {
            fault: {
              zh: `“${text}”填了多种，一行只能填一种事故类型；请按类型拆成多行`,
              en: `“${text}” names several; a row has one accident type: give each a row of its own`,
            },
          }
        : reading
    },
  }
}
