import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { describeFailure } from '../db/describe-failure.ts'
import { openDatabase } from '../db/open.ts'
import type { Mark } from './chain.ts'
import { describeVerdict } from './describe-verdict.ts'
import { verifyChain } from './verify-chain.ts'

const USAGE = `用法 usage: pnpm audit:verify [--noted=<number>:<hash>]
  --noted  此前核对时记下的末条序号与哈希  the line noted down at an earlier verification`

const Note = z
  .string()
  .regex(/^\d{1,15}:[0-9a-f]{64}$/, 'expected <number>:<64 hexadecimal digits>')

function readNote(args: string[]): Mark | undefined {
  const { noted } = parseArgs({ args, options: { noted: { type: 'string' } }, strict: true }).values
  if (noted === undefined) return undefined
  const [seq, hash] = Note.parse(noted).split(':')
  return { seq: Number(seq), hash: String(hash) }
}

async function verify(args: string[]): Promise<void> {
  const noted = readNote(args)
  const config = readConfig(process.env)
  console.log(
    `正在核对 (verifying): ${config.databaseUrl === undefined ? config.dataDir : new URL(config.databaseUrl).host}`,
  )
  const database = await openDatabase(config)
  try {
    const verdict = await verifyChain(database, noted)
    const { zh, en } = describeVerdict(verdict)
    console.log(`${zh}\n${en}`)
    process.exitCode = verdict.whole ? 0 : 1
  } finally {
    await database.close()
  }
}

try {
  await verify(process.argv.slice(2))
} catch (error) {
  // 2: nothing is known about the chain.
  if (error instanceof z.ZodError || error instanceof TypeError) {
    console.error(
      `${error instanceof z.ZodError ? z.prettifyError(error) : error.message}\n\n${USAGE}`,
    )
  } else {
    console.error(describeFailure(error) ?? (error instanceof Error ? error.message : error))
  }
  process.exitCode = 2
}
