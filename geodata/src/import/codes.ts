import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import type { LayerName } from '../layers.ts'
import { ofFeature, type Finding } from '../reading/finding.ts'
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
): Promise<Finding[]> {
  const level = LEVEL_OF[layer]
  if (layer === 'grids' || (layer === 'villages' && mayChange))
    return unknownParents(features, await areasOf(tx, 'town'))
  if (level === undefined) return []
  const known = await areasOf(tx, level)
  const codes = new Set(features.map(({ code }) => code))
  const register = new Set(known.map(({ code }) => code))
  const remedy = layer === 'villages' ? { remedy: 'allow-code-changes' as const } : {}
  return [
    ...features
      .filter(({ code }) => !register.has(code ?? ''))
      .map(({ no, code, name }) =>
        ofFeature(
          no,
          {
            zh: `（${name}）：代码 ${code} 不在名录中`,
            en: ` (${name}): the code ${code} is not on the register`,
          },
          remedy,
        ),
      ),
    ...known
      .filter(({ code }) => !codes.has(code))
      .map(({ code, name }) => ({
        zh: `缺少 ${code} ${name}`,
        en: `${code} ${name} is missing`,
        ...remedy,
      })),
  ]
}

/** Known areas that the file calls otherwise: the file will be believed, so that garbled names must be seen first. */
export async function renamings(
  tx: Tx,
  layer: LayerName,
  features: readonly Incoming[],
): Promise<Finding[]> {
  const level = LEVEL_OF[layer]
  if (level === undefined) return []
  const known = new Map((await areasOf(tx, level)).map(({ code, name }) => [code, name]))
  return features.flatMap(({ no, code, name }) => {
    const standing = known.get(code ?? '')
    return standing === undefined || standing === name
      ? []
      : [
          ofFeature(no, {
            zh: `：${code} 原名 ${standing}，文件中为 ${name}，以文件为准`,
            en: `: ${code} was called ${standing} and is ${name} in the file, which is believed`,
          }),
        ]
  })
}

const areasOf = (tx: Tx, level: AreaLevel) =>
  queryRows(tx, area, sql`SELECT code, name FROM areas WHERE level = ${level} ORDER BY code`)

function unknownParents(
  features: readonly Incoming[],
  towns: readonly z.infer<typeof area>[],
): Finding[] {
  return features
    .filter(({ code }) => !towns.some((town) => code?.startsWith(town.code)))
    .map(({ no, code, name }) =>
      ofFeature(no, {
        zh: `（${name}）：代码 ${code} 不属于任何已知镇街`,
        en: ` (${name}): the code ${code} belongs to no known town`,
      }),
    )
}
