import { queryRows } from '@onemap/api/db/rows'
import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Label } from '@onemap/api/domain/dictionary'
import type { Reading } from '@onemap/api/ledger/column'
import { FileProblem } from '@onemap/api/ledger/file/file-problem'
import { wordKey } from '@onemap/api/ledger/tidy'
import { nearestName } from './nearest-name.ts'

/** 行政区划 as a ledger names it, found by name or code. */
export interface Divisions {
  readonly district: string
  /** Code of the town. */
  town(text: string): Reading<string>
  /** Code of a village of that town. */
  village(text: string, townCode: string): Reading<string>
}

const Area = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['county', 'town', 'village']),
})
type Area = z.infer<typeof Area>

const ABOVE = /^(?:山东省?)?(?:枣庄市?)?(?:台儿庄区)?/
const TOWN_ENDING = /(?:街道办事处|街道办|办事处|街道|镇人民政府|镇政府|镇|乡)$/
const VILLAGE_ENDING = /(?:村民委员会|居民委员会|村委会|居委会|村委|居委|社区|村)$/

/** @throws FileProblem while the database knows no divisions */
export async function readDivisions(tx: Tx): Promise<Divisions> {
  const areas = await queryRows(tx, Area, sql`SELECT code, name, level FROM areas ORDER BY code`)
  const district = areas.find(({ level }) => level === 'county')
  const towns = areas.filter(({ level }) => level === 'town')
  const villages = areas.filter(({ level }) => level === 'village')
  if (district === undefined || towns.length === 0)
    throw new FileProblem({
      zh: '数据库中还没有行政区划，请先运行一次 pnpm start',
      en: 'The database knows no towns yet: run pnpm start once',
    })
  const townName = new Map(towns.map(({ code, name }) => [code, name]))
  return {
    district: district.name,
    town: (text) =>
      find(text.replace(ABOVE, ''), towns, TOWN_ENDING, {
        zh: `${district.name}的镇街`,
        en: `town of ${district.name}`,
      }),
    village(text, townCode) {
      const name = townName.get(townCode) ?? ''
      const own = villages.filter(({ code }) => code.startsWith(townCode))
      const short = text.replace(ABOVE, '').replace(new RegExp(`^${name}`), '')
      return find(short, own, VILLAGE_ENDING, { zh: `${name}的村居`, en: `village of ${name}` })
    },
  }
}

/** By code, by full name, or by a name without its ending if only one fits. */
function find(text: string, areas: readonly Area[], ending: RegExp, what: Label): Reading<string> {
  const stem = (name: string) => {
    let short = wordKey(name)
    // 板桥村村委会 ends twice.
    while (ending.test(short) && short.replace(ending, '') !== '') short = short.replace(ending, '')
    return short
  }
  const exact = areas.find(({ code, name }) => code === text || wordKey(name) === wordKey(text))
  const alike = areas.filter(({ name }) => stem(name) === stem(text))
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined)
  if (found !== undefined) return { value: found.code }
  if (alike.length > 1)
    return {
      fault: {
        zh: `“${text}”有 ${alike.length} 个同名，请写全称：${alike.map(({ name }) => name).join('、')}`,
        en: `“${text}” is the name of ${alike.length}; write it in full: ${alike.map(({ name }) => name).join(', ')}`,
      },
    }
  const near = nearestName(
    stem(text),
    areas.map(({ name }) => stem(name)),
  )
  const nearest =
    near === undefined ? undefined : areas.find(({ name }) => stem(name) === near)?.name
  const names = areas.map(({ name }) => name)
  const hint =
    nearest !== undefined
      ? { zh: `，是否为“${nearest}”？`, en: `; is it “${nearest}”?` }
      : areas.length <= 12
        ? { zh: `，应为：${names.join('、')}`, en: `; expected: ${names.join(', ')}` }
        : { zh: '', en: '' }
  const shown = text.slice(0, 40)
  return {
    fault: {
      zh: `“${shown}”不是${what.zh}${hint.zh}`,
      en: `“${shown}” is no ${what.en}${hint.en}`,
    },
  }
}
