import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import type { LayerName } from '../layers.ts'
import type { Incoming } from '../store/stage.ts'

type AreaLevel = 'county' | 'town' | 'village'

const LEVEL_OF: Partial<Record<LayerName, AreaLevel>> = {
  district: 'county',
  towns: 'town',
  villages: 'village',
}
const area = z.object({ code: z.string(), name: z.string() })

/**
 * Codes that the district does not know, or that the file lacks. The file of an area layer must name
 * exactly the known areas; a grid must lie in a known town.
 *
 * @param mayChange new and missing villages are accepted: the yearly revision of the code list
 */
export async function codeProblems(
  tx: Tx,
  layer: LayerName,
  features: readonly Incoming[],
  mayChange: boolean,
): Promise<string[]> {
  const level = LEVEL_OF[layer]
  if (layer === 'grids') return unknownParents(features, await areasOf(tx, 'town'), '镇街')
  if (level === undefined) return []
  const known = await areasOf(tx, level)
  if (layer === 'villages' && mayChange)
    return unknownParents(features, await areasOf(tx, 'town'), '镇街')
  const codes = new Set(features.map(({ code }) => code))
  const names = new Set(known.map(({ code }) => code))
  const hint = layer === 'villages' ? '；行政村调整后的新名录请加 --allow-code-changes' : ''
  return [
    ...features
      .filter(({ code }) => !names.has(code ?? ''))
      .map(
        ({ no, code, name }) =>
          `第 ${no} 个要素 properties.code：未知代码 ${code}（${name}）${hint}`,
      ),
    ...known
      .filter(({ code }) => !codes.has(code))
      .map(({ code, name }) => `缺少 ${code} ${name}${hint}`),
  ]
}

const areasOf = (tx: Tx, level: AreaLevel) =>
  queryRows(tx, area, sql`SELECT code, name FROM areas WHERE level = ${level} ORDER BY code`)

function unknownParents(
  features: readonly Incoming[],
  towns: readonly z.infer<typeof area>[],
  what: string,
): string[] {
  return features
    .filter(({ code }) => !towns.some((town) => code?.startsWith(town.code)))
    .map(
      ({ no, code, name }) =>
        `第 ${no} 个要素 properties.code：${code}（${name}）不属于任何已知${what}`,
    )
}
