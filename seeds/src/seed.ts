import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '@onemap/api/config'
import { openEvidenceStore } from '@onemap/api/db/open-evidence-store'
import { openDatabase } from '@onemap/api/db/open'
import { openSealer } from '@onemap/api/db/personal-data-key'
import { todayInChina } from '@onemap/api/domain/overdue'
import { loadGeography } from '@onemap/geodata/load'
import { USUAL_SIZE } from './district/district.ts'
import { readExamples, storeExamples } from './district/evidence/pictures.ts'
import { failWith, SeedRefused } from './district/load/failures.ts'
import { loadDistrict } from './district/load/load-district.ts'
import { showProgress } from './district/load/progress.ts'
import { countStanding, removeAllEnterprises, removeDemoPeople } from './district/load/standing.ts'
import type { DistrictOptions } from './district/plan.ts'

const USAGE = `用法 usage: pnpm seed [选项 options]
  --enterprises N     企业数 enterprises (${USUAL_SIZE.enterprises})
  --risk-points N     风险点数 risk points (${USUAL_SIZE.riskPoints}, scaled with enterprises)
  --hazards N         隐患数 hazards (${USUAL_SIZE.hazards}, scaled with enterprises)
  --seed S            随机种子 random seed (${USUAL_SIZE.seed})
  --as-of YYYY-MM-DD  截止日 last day of the histories (today)
  --replace           先清除已有演示数据 remove the demonstration data that is there
  --help`

const TEXT = { type: 'string' } as const
const FLAG = { type: 'boolean' } as const
const FLAGS = {
  enterprises: TEXT,
  'risk-points': TEXT,
  hazards: TEXT,
  seed: TEXT,
  'as-of': TEXT,
  replace: FLAG,
  help: FLAG,
} as const

const count = (most: number) => z.coerce.number().int().min(1).max(most)
const Options = z.object({
  enterprises: count(100_000).default(USUAL_SIZE.enterprises),
  'risk-points': count(10_000_000).optional(),
  hazards: z.coerce.number().int().min(0).max(10_000_000).optional(),
  seed: z.string().min(1).default(USUAL_SIZE.seed),
  'as-of': z.iso
    .date()
    .refine((day) => day >= '2018-01-01', 'expected a day from 2018-01-01 on')
    .optional(),
  replace: z.boolean().default(false),
  help: z.boolean().default(false),
})

function readArguments(args: string[]): z.output<typeof Options> {
  try {
    return Options.parse(parseArgs({ args, options: FLAGS, strict: true }).values)
  } catch (error) {
    const problems =
      error instanceof z.ZodError
        ? error.issues.map(({ path, message }) => `  --${path.join('.')}: ${message}`).join('\n')
        : `  ${error instanceof Error ? error.message : String(error)}`
    throw new SeedRefused(`命令参数有误 (the arguments cannot be used):\n${problems}\n\n${USAGE}`)
  }
}

async function seed(options: DistrictOptions, replace: boolean): Promise<void> {
  console.log('正在打开数据库 (opening the database) …')
  const config = readConfig(process.env)
  const sealer = await openSealer(config)
  const database = await openDatabase(config)
  const begun = Date.now()
  try {
    const loaded = await database.asOwner(async (tx) => {
      const { demonstration, real } = await countStanding(tx)
      if (real > 0) {
        throw new SeedRefused(
          `数据库中有 ${real} 家真实企业，演示数据不会写入，什么都没有改动。\nThe database holds ${real} real enterprises: no demonstration data is written among them, nothing was changed.`,
        )
      }
      if (demonstration > 0 && !replace) {
        throw new SeedRefused(
          `数据库中已有 ${demonstration} 家演示企业。要重新生成，请加 --replace。\nThe database already holds ${demonstration} demonstration enterprises: add --replace to make them anew.`,
        )
      }
      if (demonstration > 0) {
        await removeAllEnterprises(tx)
        await removeDemoPeople(tx)
      }
      await loadGeography(tx)
      await storeExamples(await readExamples(), openEvidenceStore(config))
      console.log('正在生成演示数据 (inventing the demonstration district) …')
      const progress = showProgress(options)
      return loadDistrict(database, tx, options, sealer, progress.update).finally(progress.stop)
    })
    const seconds = ((Date.now() - begun) / 1000).toFixed(1)
    console.log(
      `完成 done: 企业 enterprises ${loaded.enterprises}, 风险点 risk points ${loaded.riskPoints}, 隐患 hazards ${loaded.hazards}, ${seconds} s`,
    )
  } finally {
    await database.close()
  }
}

try {
  const asked = readArguments(process.argv.slice(2).filter((argument) => argument !== '--'))
  const scale = asked.enterprises / USUAL_SIZE.enterprises
  const options = {
    enterprises: asked.enterprises,
    riskPoints: asked['risk-points'] ?? Math.round(USUAL_SIZE.riskPoints * scale),
    hazards: asked.hazards ?? Math.round(USUAL_SIZE.hazards * scale),
    seed: asked.seed,
    asOf: asked['as-of'] ?? todayInChina(new Date()),
  }
  if (asked.help) console.log(USAGE)
  else await seed(options, asked.replace)
} catch (error) {
  failWith(error)
}
