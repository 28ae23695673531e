import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { knownMigrations, MIGRATIONS } from './migrations.ts'

/**
 * SHA-256 of every migration that has landed: databases have had them, so they are never edited again. One that lands
 * adds its line.
 */
const LANDED: Readonly<Record<string, string>> = {
  '0000_extensions': '5aaabb6472667704b036504de8b9869e9d675fec21f2f6a70576b1713de0ef3d',
  '0001_tables': '76979b0b8a1074525438e3f75e62700007ac6af2da7dba45e1edaf278dff3c30',
  '0002_levels': 'ef4c437ccdfd93fc333066ba9d4c585a89c6b2564da1f4e0ef86e453d991b753',
  '0003_layer_versions': '3d04c2916e130e5e7fc7f7828277625e5020184c687a3ffb25dcf4bfd167511e',
  '0004_audiences': 'a8667ed5e7afac8959fd2c5cefce8249ac7735bb0819dca134eb7f48a882e0f3',
  '0005_audit': '08c30b6aee242dab5b67b9959b83a601383476c5ade07d995207dbb581eb227a',
  '0006_identity': '4aec7a4879e7a14323933a3801be2c11adf35b71eecb589e986d21e994b57cfb',
  '0007_changes': 'd282e54669cc2e6454b38615f786bbb1e943e705b82c28c57672ecad4f17323a',
  '0008_evidence': 'ae33f497e5b662e67b95ba1030cc7337b02e98fc8b1f1900ee535532f696d949',
  '0009_closed_loop': '093dafa30c4bc378b98bde5488ca864b919dc51dda328250ee54fb5c66c1fdac',
  '0010_risk_work': 'f245e19845d9a4e21d11d9c594d0c29d7cdceda9d72c7b6e7c5c619b919410e6',
  '0011_inspection': '950a32e370acb6ada637a3c4db8f575444603031b8d76daf8ddf80a0bfe82edd',
  '0012_supervision': 'd38ce8c89d1c8dafe8214fd47134c7f8dc4d1b3260fd3702875589b0552b580a',
  '0013_disclosure': 'b05f0e44b6075d403f2ee52ee9c430a4bd741831e886ddfa5f042480d233f58e',
  '0014_grids': 'a5d27dfe0fa4020e7a7db2ea7c45c5502fa8b60c13221e629cf6ecfb0f5b9e25',
  '0015_patrols': 'b8956b8cd8c2a2abb973db865c64b7395d3aebbb993f63c65a95aaa3e217a06a',
  '0016_neighbour_notices': '1e6aff2646bb41a1f4dbf545701f6a199894a3afda2571977e740e2d52d0d38d',
  '0017_history': '40db9570e2d9b7598e5a666f6770e54c6dc4bfdc778f369d4da6a29fdfbc0e5c',
  '0018_sign_offs': '3e9f3594c5d3ad6dc61d265a9a8ac7ef31888652c84c19d8708f65066edeba3a',
  '0019_devices': '0a360608ada8886f7b86657cbecd022e0007fbb6ae1267d216ecbb8a89800689',
  '0020_search_and_sign_in': 'd444e84b84c74dab803088366cd36903e1907e5e9a29e1b5939ac2deab2739b1',
  '0024_incomplete_photos': '9c14b485ae1b0d1c512e6a2ebeb5fffe0433a5793d3507d4241cb9793618bbc0',
  '0025_waiting': 'c38042e211531503402c6fc102d841d07ccfe80931e2dc47f6a897debd53c80e',
}

const Journal = z.object({
  entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string() })),
})
const { entries } = Journal.parse(
  JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')),
)
const files = readdirSync(MIGRATIONS)
  .filter((name) => name.endsWith('.sql'))
  .sort()

describe('migrations', () => {
  it('are never edited once they have landed: a change is a new migration', () => {
    const digests = files.map((name) => [
      name.replace('.sql', ''),
      createHash('sha256')
        .update(readFileSync(join(MIGRATIONS, name)))
        .digest('hex'),
    ])
    expect(Object.fromEntries(digests)).toEqual(LANDED)
  })

  it('keep their times, by which databases know what they have had', () => {
    expect(entries.slice(0, 18).map(({ when }) => when)).toEqual([
      1795473239934, 1795473241290, 1795473242555, 1795473243870, 1795473244941, 1795473246170,
      1795473247880, 1795473249167, 1795473250574, 1795473252197, 1795473254158, 1795473255793,
      1795473258115, 1795473259798, 1795473261972, 1795473263627, 1795473265098, 1795473266843,
    ])
  })

  it('are each in the journal, in the order of their numbers and times', () => {
    expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files)
    const sorted = entries.toSorted((one, other) => one.when - other.when)
    expect(entries).toEqual(sorted)
    expect(new Set(entries.map(({ when }) => when)).size).toBe(entries.length)
    expect(knownMigrations().map(({ at }) => at)).toEqual(entries.map(({ when }) => when))
  })

  it('keep one snapshot, the last, which is all that drizzle-kit compares with', () => {
    expect(
      readdirSync(join(MIGRATIONS, 'meta')).filter((name) => name.includes('snapshot')),
    ).toHaveLength(1)
  })
})
