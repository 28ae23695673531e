import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { PASSWORD, plantAccounts } from '../db/test-fixture-accounts.ts'
import { NOW } from '../db/test-fixture-places.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'
import { Enrolment, Me, SignInAnswer } from './schema.ts'

let database: Database
let someone: () => Visitor

beforeAll(async () => {
  // better-auth reads the clock itself.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  const deps = testDeps(database)
  const api = createApp({
    ...deps,
    config: { ...deps.config, requireTwoFactor: ['bureau', 'admin'] },
  })
  someone = () => visit(api)
})
afterAll(async () => {
  vi.useRealTimers()
  await database.close()
})

/** RFC 6238 with SHA-1, 30 seconds and six digits, of the moment. */
function totp(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  return String(
    (digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fff_ffff) % 1_000_000,
  ).padStart(6, '0')
}

async function signedIn(username: string): Promise<Visitor> {
  const visitor = someone()
  expect((await visitor.signIn(username)).status).toBe(200)
  return visitor
}

const enrol = async (visitor: Visitor) =>
  bodyOf(await visitor.post('/api/auth/two-factor/enable', { password: PASSWORD }), Enrolment)

describe('two-factor sign-in', () => {
  it('is set up with a code, asked for at the next sign-in, and given up with the password', async () => {
    const visitor = await signedIn('leader')
    expect(
      await problemOf(
        await visitor.post('/api/auth/two-factor/enable', { password: 'wrong' }),
        400,
      ),
    ).toBe('invalid-password')
    const { totpURI, backupCodes } = await enrol(visitor)
    expect(
      await problemOf(
        await visitor.post('/api/auth/two-factor/verify-totp', { code: '000000' }),
        401,
      ),
    ).toBe('invalid-code')
    expect(
      (await visitor.post('/api/auth/two-factor/verify-totp', { code: totp(totpURI) })).status,
    ).toBe(200)
    expect(await bodyOf(await visitor.get('/api/me'), Me)).toMatchObject({
      twoFactorEnabled: true,
      twoFactorRequired: false,
    })

    const again = someone()
    expect(await bodyOf(await again.signIn('leader'), SignInAnswer)).toEqual({
      twoFactorRedirect: true,
    })
    expect((await again.get('/api/me')).status).toBe(401)
    expect(
      await problemOf(
        await again.post('/api/auth/two-factor/verify-totp', { code: '000000' }),
        401,
      ),
    ).toBe('invalid-code')
    expect(
      (await again.post('/api/auth/two-factor/verify-totp', { code: totp(totpURI) })).status,
    ).toBe(200)
    expect((await again.get('/api/me')).status).toBe(200)

    const [backup = ''] = backupCodes
    const byBackup = someone()
    await byBackup.signIn('leader')
    expect(
      (await byBackup.post('/api/auth/two-factor/verify-backup-code', { code: backup })).status,
    ).toBe(200)
    expect((await byBackup.get('/api/me')).status).toBe(200)
    const twice = someone()
    await twice.signIn('leader')
    expect(
      (await twice.post('/api/auth/two-factor/verify-backup-code', { code: backup })).status,
    ).toBe(401)

    expect(
      (await byBackup.post('/api/auth/two-factor/disable', { password: PASSWORD })).status,
    ).toBe(200)
    expect(await bodyOf(await someone().signIn('leader'), SignInAnswer)).toEqual({
      twoFactorRedirect: false,
    })
  })

  it('refuses a code from who has shown no password', async () => {
    expect(
      await problemOf(
        await someone().post('/api/auth/two-factor/verify-totp', { code: '123456' }),
        401,
      ),
    ).toBe('invalid-two-factor-cookie')
  })

  it('must be set up first by roles that require it', async () => {
    const visitor = await signedIn('bureau')
    expect(await problemOf(await visitor.get('/api/enterprises'), 403)).toBe('two-factor-required')
    expect(await problemOf(await visitor.get('/api/me/sessions'), 403)).toBe('two-factor-required')
    expect(await bodyOf(await visitor.get('/api/me'), Me)).toMatchObject({
      twoFactorEnabled: false,
      twoFactorRequired: true,
    })
    const { totpURI } = await enrol(visitor)
    expect(
      (await visitor.post('/api/auth/two-factor/verify-totp', { code: totp(totpURI) })).status,
    ).toBe(200)
    expect((await visitor.get('/api/enterprises')).status).toBe(200)
    expect((await (await signedIn('ent01')).get('/api/enterprises')).status).toBe(200)
  })
})
