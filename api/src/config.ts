import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { S3Options } from './db/evidence-s3.ts'
import { SEAL_KEY_BYTES } from './db/sealed.ts'
import type { Label } from './domain/dictionary.ts'
import { ROLE_CODES, type Role } from './domain/role.ts'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** An unset variable and an empty one mean the same, as in docker-compose files. */
const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional()

const databaseUrl = optionalText.pipe(
  z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'expected postgres://user:password@host:port/database',
    })
    .optional(),
)

const sealKey = z
  .base64('expected 32 bytes in base64, such as `openssl rand -base64 32` gives')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine(
    (bytes) => bytes.length === SEAL_KEY_BYTES,
    'expected 32 bytes in base64, such as `openssl rand -base64 32` gives',
  )

/** Placeholders such as `change-me-change-me-…` are long but have few different characters. */
const looksRandom = (secret: string): boolean => secret.length >= 32 && new Set(secret).size >= 12

const BUREAU: Label = { zh: '区经信局', en: 'the district’s Bureau of Economy and Informatization' }

/** Shown with demonstration data, and said to be invented: nobody answers it. */
const DEMONSTRATION_PHONE = '0632-6600110'

const OIDC_VARIABLES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

const S3_VARIABLES = [
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default('0.0.0.0'),
    DATABASE_URL: databaseUrl,
    MIGRATION_DATABASE_URL: databaseUrl,
    PERSONAL_DATA_KEY: optionalText.pipe(sealKey.optional()),
    DATA_DIR: z.string().default(`${REPOSITORY}.data`),
    DEMO: z
      .enum(['true', 'false', ''])
      .default('')
      .describe('demonstration data in an empty database'),
    TIANDITU_TOKEN: optionalText,
    MAP_APPROVAL_NUMBER: optionalText,
    BUREAU_NAME: optionalText,
    BUREAU_NAME_EN: optionalText,
    DUTY_PHONE: optionalText.pipe(
      z
        .string()
        .regex(/^\+?[\d][\d -]{2,19}$/, 'expected a telephone number, such as 0632-6611111')
        .optional(),
    ),
    NODE_ENV: optionalText,
    AUTH_SECRET: optionalText.pipe(
      z
        .string()
        .refine(
          looksRandom,
          'expected at least 32 random characters, such as from: openssl rand -base64 32',
        )
        .optional(),
    ),
    PUBLIC_ORIGIN: optionalText.pipe(
      z
        .url({ protocol: /^https?$/, error: 'expected https://host' })
        .transform((url) => new URL(url).origin)
        .optional(),
    ),
    TRUST_PROXY: z
      .enum(['true', 'false', ''])
      .default('')
      .transform((text) => text === 'true'),
    REQUIRE_TWO_FACTOR: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((role) => role.trim())
          .filter((role) => role !== ''),
      )
      .pipe(
        z.array(
          z.enum(ROLE_CODES, {
            error: `expected some of ${ROLE_CODES.join(', ')}, separated by commas`,
          }),
        ),
      ),
    OIDC_ISSUER: optionalText.pipe(
      z.url({ protocol: /^https?$/, error: "expected the issuer's address" }).optional(),
    ),
    OIDC_CLIENT_ID: optionalText,
    OIDC_CLIENT_SECRET: optionalText,
    OIDC_NAME: optionalText,
    S3_ENDPOINT: optionalText.pipe(
      z.url({ protocol: /^https?$/, error: 'expected https://host' }).optional(),
    ),
    S3_BUCKET: optionalText.pipe(
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'expected the name of a bucket')
        .optional(),
    ),
    S3_ACCESS_KEY_ID: optionalText,
    S3_SECRET_ACCESS_KEY: optionalText,
    S3_REGION: optionalText,
    S3_ADDRESSING: z.enum(['path', 'host', '']).default(''),
  })
  .superRefine((variables, context) => {
    for (const together of [OIDC_VARIABLES, S3_VARIABLES]) {
      const given = together.filter((name) => variables[name] !== undefined)
      if (given.length === 0) continue
      for (const name of together.filter((one) => variables[one] === undefined)) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `needed together with ${given.join(', ')}`,
        })
      }
    }
  })

/** What the product can be told from outside. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  /** The schema's owner, where `databaseUrl` names a login that owns nothing; for migrations, seeds and imports. */
  readonly migrationDatabaseUrl: string | undefined
  /** Folder of the embedded database. */
  readonly dataDir: string
  /** What personal data is sealed with, 32 bytes; absent: a key of its own in `dataDir`. */
  readonly personalDataKey: Uint8Array | undefined
  /** Whether an empty database gets the demonstration district: by default only the embedded one. */
  readonly demo: boolean
  readonly tiandituToken: string | undefined
  /** 审图号 of the official base map, shown on every map when there is one. */
  readonly mapApprovalNumber: string | undefined
  /** What the bureau that runs the product is called in its sentences. */
  readonly bureau: Label
  /** The bureau’s telephone that is answered at any hour; undefined while none is configured. */
  readonly dutyPhone: { readonly number: string; readonly invented: boolean } | undefined
  /** Built web pages. */
  readonly webRoot: string
  /** NODE_ENV is `production`: nothing that is only good for trying out is put up with. */
  readonly production: boolean
  /** Signs session cookies, encrypts TOTP secrets; without it the embedded database keeps one of its own. */
  readonly authSecret: string | undefined
  /** Where browsers reach the product, such as `https://onemap.example.gov.cn`; without it, wherever they do. */
  readonly publicOrigin: string | undefined
  /** Whether X-Forwarded-For is written by a proxy of ours. */
  readonly trustProxy: boolean
  /** Roles that do nothing before they have set up two-factor sign-in. */
  readonly requireTwoFactor: readonly Role[]
  readonly singleSignOn: SingleSignOn | undefined
  /** The bucket for photographs and documents; absent: a folder in `dataDir`. */
  readonly evidenceStorage: S3Options | undefined
}

/** Government single sign-on by OpenID Connect. */
export interface SingleSignOn {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly name: string
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
    const problems = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${issue.message}`,
    )
    throw new ConfigError(`The environment has values that cannot be used:\n${problems.join('\n')}`)
  }
  const { data } = parsed
  if (
    data.NODE_ENV === 'production' &&
    data.DATABASE_URL !== undefined &&
    data.AUTH_SECRET === undefined
  ) {
    throw new ConfigError(
      '生产环境使用 PostGIS 时必须设置 AUTH_SECRET（至少 32 个随机字符）：登录会话由它签名，各进程须一致。\nAUTH_SECRET is required in production on PostGIS: it signs the sessions and is the same for every process. Make one: openssl rand -base64 32',
    )
  }
  if (
    data.NODE_ENV === 'production' &&
    data.DATABASE_URL !== undefined &&
    data.PERSONAL_DATA_KEY === undefined
  ) {
    throw new ConfigError(
      '生产环境使用 PostGIS 时必须设置 PERSONAL_DATA_KEY（32 字节 base64）：个人信息用它加密，丢失后无法恢复。\nPERSONAL_DATA_KEY is required in production on PostGIS: personal data is sealed with it and lost without it. Make one: openssl rand -base64 32',
    )
  }
  const demo = data.DEMO === '' ? data.DATABASE_URL === undefined : data.DEMO === 'true'
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    migrationDatabaseUrl: data.DATABASE_URL === undefined ? undefined : data.MIGRATION_DATABASE_URL,
    personalDataKey: data.PERSONAL_DATA_KEY,
    dataDir: data.DATA_DIR,
    demo,
    tiandituToken: data.TIANDITU_TOKEN,
    mapApprovalNumber: data.MAP_APPROVAL_NUMBER,
    bureau: {
      zh: data.BUREAU_NAME ?? BUREAU.zh,
      en: data.BUREAU_NAME_EN ?? BUREAU.en,
    },
    dutyPhone: dutyPhone(data.DUTY_PHONE, demo),
    webRoot: `${REPOSITORY}web/dist`,
    production: data.NODE_ENV === 'production',
    authSecret: data.AUTH_SECRET,
    publicOrigin: data.PUBLIC_ORIGIN,
    trustProxy: data.TRUST_PROXY,
    requireTwoFactor: data.REQUIRE_TWO_FACTOR,
    singleSignOn: singleSignOn(data),
    evidenceStorage: evidenceStorage(data),
  }
}

function dutyPhone(number: string | undefined, demo: boolean): Config['dutyPhone'] {
  if (number !== undefined) return { number, invented: false }
  return demo ? { number: DEMONSTRATION_PHONE, invented: true } : undefined
}

function evidenceStorage(data: z.output<typeof Environment>): S3Options | undefined {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = data
  if (
    endpoint === undefined ||
    bucket === undefined ||
    accessKeyId === undefined ||
    secretAccessKey === undefined
  )
    return undefined
  return {
    endpoint,
    bucket,
    accessKeyId,
    secretAccessKey,
    region: data.S3_REGION ?? 'us-east-1',
    addressing: data.S3_ADDRESSING === '' ? 'path' : data.S3_ADDRESSING,
  }
}

function singleSignOn({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  OIDC_NAME,
}: z.output<typeof Environment>): SingleSignOn | undefined {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)
    return undefined
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME ?? '统一身份认证',
  }
}
