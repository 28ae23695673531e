import { codesOf, type Label } from '../../domain/dictionary.ts'
import type { Cell, Reading } from '../column.ts'
import { wordKey } from '../tidy.ts'
import type { Synonyms } from '../words/synonyms.ts'

/** One of a dictionary's terms: its name in either language, its code or a synonym. */
export function choice<Code extends string>(
  dictionary: Readonly<Record<Code, Label>>,
  synonyms?: Synonyms<Code>,
): Cell<Code> {
  return oneOf(
    codesOf(dictionary).map((code) => ({
      value: code,
      name: dictionary[code],
      others: [code, dictionary[code].en],
      synonyms: synonyms?.[code] ?? [],
    })),
  )
}

/** 是 or 否. */
export function yesOrNo(): Cell<boolean> {
  return oneOf([
    {
      value: true,
      name: { zh: '是', en: 'yes' },
      others: ['√', 'y', 'yes', 'true', '1', '有'],
    },
    {
      value: false,
      name: { zh: '否', en: 'no' },
      others: ['×', 'n', 'no', 'false', '0', '无'],
    },
  ])
}

/** A value that may stand in a cell, and the words that mean it. */
export interface Option<Value> {
  readonly value: Value
  readonly name: Label
  /** Other words, such as codes, that nobody needs to be told. */
  readonly others: readonly string[]
  /** Other words that ledgers of the trade use. */
  readonly synonyms?: readonly string[]
}

/** Signs between words for the same thing: `2级/橙色`, `较大风险（橙）`. */
const BETWEEN_WORDS = /[()/|,;、]+/

/** One of several values, each known by a name and by other words. */
export function oneOf<Value>(options: readonly Option<Value>[]): Cell<Value> {
  const byWord = new Map(
    options.flatMap(({ value, name, others, synonyms = [] }) =>
      [name.zh, ...others, ...synonyms].map((word) => [wordKey(word), value] as const),
    ),
  )
  const allowed = {
    zh: options.map(({ name }) => name.zh).join('、'),
    en: options.map(({ name }) => `${name.zh} (${name.en})`).join(', '),
  }
  return {
    allowed,
    synonyms: Object.fromEntries(options.map(({ name, synonyms = [] }) => [name.zh, synonyms])),
    read: (text) => readWords(text, byWord, allowed),
  }
}

/** Reads a word, or several words that all mean the same. */
function readWords<Value>(
  text: string,
  byWord: ReadonlyMap<string, Value>,
  allowed: Label,
): Reading<Value> {
  const key = wordKey(text)
  const whole = byWord.get(key)
  if (whole !== undefined) return { value: whole }
  const parts = key
    .split(BETWEEN_WORDS)
    .filter((part) => part !== '')
    .map((part) => byWord.get(part))
  const [first] = parts
  if (first !== undefined && parts.every((part) => part === first)) return { value: first }
  const shown = text.slice(0, 60)
  const contradicts = parts.length > 1 && parts.every((part) => part !== undefined)
  return {
    fault: contradicts
      ? {
          zh: `“${shown}”前后不一致，应为其中一个：${allowed.zh}`,
          en: `“${shown}” contradicts itself; expected one of: ${allowed.en}`,
        }
      : {
          zh: `“${shown}”不是可用的值，应为：${allowed.zh}`,
          en: `“${shown}” is not known; expected one of: ${allowed.en}`,
        },
  }
}

/** Several of a choice's values, separated by 、 or commas. */
export function several<Value>(cell: Cell<Value>): Cell<Value[]> {
  return {
    ...cell,
    allowed: {
      zh: `${cell.allowed.zh}；可填多个，用“、”分隔`,
      en: `${cell.allowed.en}; several may be named, separated by “、”`,
    },
    read(text) {
      const readings = text
        .split(/[、,，;；+/\s]+/)
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

const NONE = new Set(['无', '/', '-', '没有', '不涉及', '无危害', '暂无', 'none', 'n/a'])

/** A word that says that there is nothing to say. */
export const saysNone = (text: string): boolean => NONE.has(wordKey(text))

/** A choice that may also say that there is none. */
export function orNone<Value>(cell: Cell<Value>): Cell<Value | null> {
  return {
    ...cell,
    allowed: {
      zh: `${cell.allowed.zh}，没有的填“无”或不填`,
      en: `${cell.allowed.en}; “无” or nothing where there is none`,
    },
    read: (text) => (saysNone(text) ? { value: null } : cell.read(text)),
  }
}
