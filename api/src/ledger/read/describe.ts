import type { Label } from '../../domain/dictionary.ts'
import type { ReadTally } from './ledger-rows.ts'
import { LEFT_OUT, LEFT_OUT_CODES } from './left-out.ts'
import { describePlaces } from './row-place.ts'
import type { LedgerTables } from './tables.ts'

/** Which sheets of several were read, and everything that was not read as data, by name. */
export function describeUnread(
  { tables, unread }: LedgerTables,
  { leftOut, unchecked }: ReadTally,
): Label[] {
  const read = tables.map(({ name }) => `“${name}”`)
  return [
    ...(tables.length > 1
      ? [
          {
            zh: `读入 ${tables.length} 张工作表：${read.join('、')}`,
            en: `${tables.length} sheets were read: ${read.join(', ')}`,
          },
        ]
      : []),
    ...unread.map(({ name, why }) => ({
      zh: `工作表“${name}”未读入：${why.zh}`,
      en: `The sheet “${name}” was not read: ${why.en}`,
    })),
    ...LEFT_OUT_CODES.flatMap((code) => {
      const counted = leftOut.get(code)
      if (counted === undefined) return []
      const where = describePlaces(counted.places, counted.count)
      return [
        {
          zh: `${LEFT_OUT[code].zh} ${counted.count} 行，未作为数据读入（${where.zh}）`,
          en: `${counted.count} × ${LEFT_OUT[code].en}, not read as data (${where.en})`,
        },
      ]
    }),
    ...[...unchecked].map(([heading, { count, places }]) => {
      const where = describePlaces(places, count)
      return {
        zh: `“${heading}”有 ${count} 格没有可用的值，未作核对（${where.zh}）`,
        en: `“${heading}” has ${count} cells without a usable value, which were not compared (${where.en})`,
      }
    }),
  ]
}

/** What became of rows that are hidden. */
export function describeHidden({ hidden }: ReadTally, read: boolean): Label[] {
  if (hidden.count === 0) return []
  const where = describePlaces(hidden.places, hidden.count)
  return [
    read
      ? {
          zh: `其中 ${hidden.count} 行是隐藏或筛选掉的，一并读入（${where.zh}）`,
          en: `${hidden.count} of the rows are hidden or filtered out and were read all the same (${where.en})`,
        }
      : {
          zh: `隐藏或筛选掉的 ${hidden.count} 行未读入（${where.zh}）`,
          en: `${hidden.count} hidden or filtered rows were not read (${where.en})`,
        },
  ]
}
