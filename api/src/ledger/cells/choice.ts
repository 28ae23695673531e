import { ACCIDENT_TYPES, isAccidentType, type AccidentType } from '../../domain/accident-type.ts'
import { codesOf, type Label } from '../../domain/dictionary.ts'
import { isRiskLevel, RISK_LEVELS, type RiskLevel } from '../../domain/risk-level.ts'
import type { Cell } from '../column.ts'
import { wordKey } from '../tidy.ts'

/** Other words for a code, one list a code. */
type Synonyms<Code extends string | number> = Readonly<Partial<Record<Code, readonly string[]>>>

/** One of a dictionary's terms: its Chinese name, its code or a synonym. */
export function choice<Code extends string>(
  dictionary: Readonly<Record<Code, Label>>,
  synonyms?: Synonyms<Code>,
): Cell<Code> {
  return oneOf(
    codesOf(dictionary).map((code) => ({
      value: code,
      name: dictionary[code].zh,
      others: [code, ...(synonyms?.[code] ?? [])],
    })),
  )
}

/** A GB 6441 accident type by name, by number, or both (`08火灾`). */
export function accidentType(): Cell<AccidentType> {
  const types = Object.keys(ACCIDENT_TYPES).map(Number).filter(isAccidentType)
  const synonyms: Synonyms<AccidentType> = {
    6: ['溺水', '淹溺溺水'],
    7: ['灼伤', '烫伤', '灼烫伤'],
    9: ['高空坠落', '坠落'],
    18: ['其它爆炸'],
    19: ['中毒', '窒息', '中毒窒息', '中毒与窒息', '中毒或窒息'],
    20: ['其它伤害', '其他', '其它'],
  }
  const cell = oneOf(
    types.map((value) => {
      const name = ACCIDENT_TYPES[value].zh
      const padded = String(value).padStart(2, '0')
      return {
        value,
        name,
        others: [
          String(value),
          padded,
          `${padded}${name}`,
          `${value}${name}`,
          ...(synonyms[value] ?? []),
        ],
      }
    }),
  )
  return {
    allowed: `${cell.allowed}（GB 6441，只填一种主要类型）`,
    read: (text) =>
      /[、,，;；/]/.test(text)
        ? { fault: `“${text}”填了多种，一行只能填一种事故类型；请按类型拆成多行` }
        : cell.read(text),
  }
}

/** A risk level by name, colour or number. */
export function riskLevel(): Cell<RiskLevel> {
  const numerals = { 1: ['i', '一'], 2: ['ii', '二'], 3: ['iii', '三'], 4: ['iv', '四'] } as const
  return oneOf(
    [1, 2, 3, 4].filter(isRiskLevel).map((value) => {
      const { zh, colour } = RISK_LEVELS[value]
      const numbers = [String(value), ...numerals[value]].flatMap((one) => [
        one,
        `${one}级`,
        `${one}级风险`,
      ])
      return {
        value,
        name: zh,
        others: [
          `${zh}风险`,
          colour.zh,
          `${colour.zh}色`,
          `${zh}(${colour.zh})`,
          `${zh}${colour.zh}`,
          ...numbers,
        ],
      }
    }),
  )
}

/** 是 or 否. */
export function yesOrNo(): Cell<boolean> {
  return oneOf([
    { value: true, name: '是', others: ['√', 'y', 'yes', 'true', '1', '有'] },
    { value: false, name: '否', others: ['×', 'n', 'no', 'false', '0', '无'] },
  ])
}

interface Option<Value> {
  readonly value: Value
  readonly name: string
  readonly others: readonly string[]
}

/** One of several values, each known by a name and by other words. */
export function oneOf<Value>(options: readonly Option<Value>[]): Cell<Value> {
  const byWord = new Map(
    options.flatMap(({ value, name, others }) =>
      [name, ...others].map((word) => [wordKey(word), value] as const),
    ),
  )
  const allowed = options.map(({ name }) => name).join('、')
  return {
    allowed,
    read(text) {
      const value = byWord.get(wordKey(text))
      return value === undefined
        ? { fault: `“${text.slice(0, 60)}”不是可用的值，应为：${allowed}` }
        : { value }
    },
  }
}

/** Several of a choice's values, separated by 、 or commas. */
export function several<Value>(cell: Cell<Value>): Cell<Value[]> {
  return {
    allowed: `${cell.allowed}；可填多个，用“、”分隔`,
    read(text) {
      const readings = text
        .split(/[、,，;；+\s]+/)
        .filter((part) => part !== '')
        .map((part) => cell.read(part))
      const fault = readings.find((reading) => 'fault' in reading)
      return (
        fault ?? {
          value: [
            ...new Set(readings.flatMap((reading) => ('value' in reading ? [reading.value] : []))),
          ],
        }
      )
    },
  }
}

/** A choice that may also say that there is none. */
export function orNone<Value>(cell: Cell<Value>): Cell<Value | null> {
  return {
    allowed: `${cell.allowed}，没有的填“无”或不填`,
    read: (text) =>
      ['无', '/', '-', '—', '没有', '不涉及', '无危害'].includes(text)
        ? { value: null }
        : cell.read(text),
  }
}
