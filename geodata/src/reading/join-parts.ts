import type { Incoming } from '../store/stage.ts'
import type { Finding } from './finding.ts'

interface Joined {
  readonly features: Incoming[]
  readonly problems: Finding[]
  readonly notes: Finding[]
}

/**
 * Joins features of one code: programs that write shapefiles leave the parts of an area in rows of their own. Two
 * names for one code are a mistake.
 */
export function joinParts(features: readonly Incoming[]): Joined {
  const joined: Joined = { features: [], problems: [], notes: [] }
  for (const [code, rows] of byCode(features)) {
    const [first, ...others] = rows
    if (first === undefined) continue
    const namesake = others.find(({ name }) => name !== first.name)
    if (code === null || others.length === 0) joined.features.push(...rows)
    else if (namesake !== undefined) joined.problems.push(twoNames(code, first, namesake))
    else {
      joined.features.push(together(first, others))
      joined.notes.push(told(code, rows))
    }
  }
  joined.features.sort((a, b) => a.no - b.no)
  return joined
}

function byCode(features: readonly Incoming[]): Map<string | null, Incoming[]> {
  const groups = new Map<string | null, Incoming[]>()
  for (const one of features) {
    const group = groups.get(one.code)
    if (group === undefined) groups.set(one.code, [one])
    else group.push(one)
  }
  return groups
}

function together(first: Incoming, others: readonly Incoming[]): Incoming {
  const parts = [first, ...others].flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  )
  return {
    ...first,
    parts: others.length + 1,
    geometry: { type: 'MultiPolygon', coordinates: parts },
  }
}

function told(code: string, rows: readonly Incoming[]): Finding {
  const numbers = rows.map(({ no }) => no)
  return {
    zh: `第 ${numbers.join('、')} 个要素代码同为 ${code}（${rows[0]?.name}），按一个区域的 ${rows.length} 个部分合并`,
    en: `Features ${numbers.join(', ')} have the same code ${code} (${rows[0]?.name}) and were joined as ${rows.length} parts of one area`,
  }
}

const twoNames = (code: string, first: Incoming, second: Incoming): Finding => ({
  zh: `第 ${second.no} 个要素代码 ${code} 与第 ${first.no} 个要素重复，名称却不同（${first.name}、${second.name}）`,
  en: `Feature ${second.no} has the code ${code} of feature ${first.no} but another name (${first.name}, ${second.name})`,
  feature: second.no,
})
