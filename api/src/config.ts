import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** An unset variable and an empty one mean the same, as in docker-compose files. */
const optionalText = z.string().trim().transform((text) => (text === '' ? undefined : text)).optional()

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: optionalText.pipe(z.url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://user:password@host:port/database' }).optional()),
  DATA_DIR: z.string().default(`${REPOSITORY}.data`),
  DEMO: z.enum(['true', 'false', '']).default('').describe('demonstration data in an empty database'),
  TIANDITU_TOKEN: optionalText,
  MAP_APPROVAL_NUMBER: optionalText,
})

/** What the product can be told from outside. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  /** Folder of the embedded database. */
  readonly dataDir: string
  /** Whether an empty database gets the demonstration district: by default only the embedded one. */
  readonly demo: boolean
  readonly tiandituToken: string | undefined
  /** 审图号 of the official base map, shown on every map when there is one. */
  readonly mapApprovalNumber: string | undefined
  /** Built web pages. */
  readonly webRoot: string
}

/** A variable of the environment has a value the product cannot use. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the configuration from the environment.
 * @throws ConfigError naming every bad variable and what was expected
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`The environment has values that cannot be used:\n${problems.join('\n')}`)
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    demo: data.DEMO === '' ? data.DATABASE_URL === undefined : data.DEMO === 'true',
    tiandituToken: data.TIANDITU_TOKEN,
    mapApprovalNumber: data.MAP_APPROVAL_NUMBER,
    webRoot: `${REPOSITORY}web/dist`,
  }
}
