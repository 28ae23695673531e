import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const DATABASE_URL = 'postgres://onemap_api:secret@db:5432/onemap'
const KEY = Buffer.alloc(32, 1).toString('base64')
const SECRET = randomBytes(32).toString('base64')

describe('readConfig', () => {
  it('needs nothing for the embedded database, in production neither', () => {
    expect(readConfig({})).toMatchObject({
      databaseUrl: undefined,
      migrationDatabaseUrl: undefined,
      personalDataKey: undefined,
      demo: true,
    })
    expect(readConfig({ NODE_ENV: 'production' }).production).toBe(true)
  })

  it('takes the key of personal data, and the owner’s address beside that of requests', () => {
    const config = readConfig({
      DATABASE_URL,
      MIGRATION_DATABASE_URL: 'postgres://onemap@db/onemap',
      PERSONAL_DATA_KEY: KEY,
    })
    expect(config.personalDataKey).toEqual(Buffer.alloc(32, 1))
    expect(config.migrationDatabaseUrl).toBe('postgres://onemap@db/onemap')
  })

  it.each<[string, Record<string, string>, string]>([
    ['no key of personal data', { AUTH_SECRET: SECRET }, 'PERSONAL_DATA_KEY'],
    ['no secret of sessions', { PERSONAL_DATA_KEY: KEY }, 'AUTH_SECRET'],
  ])('refuses production on PostGIS with %s', (_what, given, named) => {
    expect(() => readConfig({ NODE_ENV: 'production', DATABASE_URL, ...given })).toThrow(named)
    expect(() => readConfig({ DATABASE_URL, ...given })).not.toThrow()
  })

  it.each([
    ['PERSONAL_DATA_KEY', 'short'],
    ['PERSONAL_DATA_KEY', Buffer.alloc(16).toString('base64')],
    ['MIGRATION_DATABASE_URL', 'mysql://x'],
    ['AUTH_SECRET', 'short'],
    ['DUTY_PHONE', '请打总机'],
  ])('names %s when it is %s, and does not repeat it', (name, value) => {
    const refusal = (): unknown => {
      try {
        return readConfig({ [name]: value })
      } catch (error) {
        return error
      }
    }
    const error = refusal()
    expect(error).toBeInstanceOf(ConfigError)
    expect(String(error)).toContain(name)
    expect(String(error)).not.toContain(Buffer.alloc(16).toString('base64'))
  })

  it('has a telephone for any hour: the bureau’s, an invented one with demonstration data, or none', () => {
    expect(readConfig({ DUTY_PHONE: '0632-6611110' }).dutyPhone).toEqual({
      number: '0632-6611110',
      invented: false,
    })
    expect(readConfig({}).dutyPhone?.invented).toBe(true)
    expect(readConfig({ DEMO: 'false' }).dutyPhone).toBeUndefined()
  })

  it('keeps photographs in a bucket only when all of it is named', () => {
    const bucket = {
      S3_ENDPOINT: 'https://s3.example.gov.cn',
      S3_BUCKET: 'onemap',
      S3_ACCESS_KEY_ID: 'key',
      S3_SECRET_ACCESS_KEY: 'secret',
    }
    expect(readConfig({}).evidenceStorage).toBeUndefined()
    expect(readConfig({ ...bucket, S3_REGION: '' }).evidenceStorage).toEqual({
      endpoint: 'https://s3.example.gov.cn',
      bucket: 'onemap',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
      region: 'us-east-1',
      addressing: 'path',
    })
    expect(() => readConfig({ ...bucket, S3_SECRET_ACCESS_KEY: '' })).toThrow(
      'S3_SECRET_ACCESS_KEY: needed together with',
    )
    expect(() => readConfig({ ...bucket, S3_BUCKET: '../x' })).toThrow('S3_BUCKET')
  })
})
