import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { plantAccounts } from '../db/test-fixture-accounts.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, visit, type Visitor } from '../test-visitor.ts'
import { Me, SingleSignOnAnswer, SignInOptions } from './schema.ts'

let database: Database
let provider: Server
let someone: () => Visitor
/** Who the provider says is there. */
let subject = { sub: 'gov-1', preferred_username: 'Leader', name: '局长' }
/** What the last visit to the provider asked it to repeat. */
let nonce: string | null = null

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token about the subject, signed with RS256. */
function idToken(issuer: string): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    ...subject,
    iss: issuer,
    aud: 'onemap',
    iat: now,
    exp: now + 60,
    ...(nonce === null ? {} : { nonce }),
  }
  const signed = `${base64({ alg: 'RS256', typ: 'JWT', kid: 'k' })}.${base64(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), keys.privateKey).toString('base64url')}`
}

/** An OpenID provider that believes everybody. */
async function startProvider(): Promise<string> {
  provider = createServer((request, response) => {
    const origin = `http://${request.headers.host}`
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        userinfo_endpoint: `${origin}/userinfo`,
        jwks_uri: `${origin}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': () => ({
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      }),
      '/token': () => ({
        access_token: 'access',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: idToken(origin),
      }),
      '/userinfo': () => subject,
    }
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(answers[request.url ?? '']?.() ?? {}))
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${z.object({ port: z.number() }).parse(provider.address()).port}`
}

beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  const deps = testDeps(database)
  const singleSignOn = {
    issuer: await startProvider(),
    clientId: 'onemap',
    clientSecret: 'secret',
    name: '统一身份认证',
  }
  const api = createApp({
    ...deps,
    now: () => new Date(),
    config: { ...deps.config, singleSignOn },
  })
  someone = () => visit(api)
})
afterAll(async () => {
  provider.close()
  await database.close()
})

/** Goes to the provider and comes back with a code. */
async function comeBack(visitor: Visitor): Promise<Response> {
  const { url } = await bodyOf(
    await visitor.post('/api/auth/sign-in/oauth2', {
      providerId: 'government',
      callbackURL: '/map',
    }),
    SingleSignOnAnswer,
  )
  const asked = new URL(url)
  expect(asked.pathname).toBe('/authorize')
  expect(asked.searchParams.get('redirect_uri')).toBe(
    'http://localhost/api/auth/callback/government',
  )
  expect(asked.searchParams.get('code_challenge')).not.toBeNull()
  nonce = asked.searchParams.get('nonce')
  return visitor.get(
    `/api/auth/callback/government?code=given&state=${asked.searchParams.get('state')}`,
  )
}

describe('single sign-on', () => {
  it('is offered where it is configured', async () => {
    expect(await bodyOf(await someone().get('/api/sign-in-options'), SignInOptions)).toMatchObject({
      singleSignOn: { providerId: 'government', name: '统一身份认证' },
    })
  })

  it('lets in who is known by username, and again by the provider’s own id', async () => {
    for (let round = 0; round < 2; round++) {
      const visitor = someone()
      const response = await comeBack(visitor)
      expect(response.status).toBe(302)
      expect(response.headers.get('Location')).toBe('/map')
      expect(await bodyOf(await visitor.get('/api/me'), Me)).toMatchObject({
        role: 'leader',
        name: '局长',
      })
    }
    const entries = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ actor: z.string() }),
        sql`SELECT actor_name AS actor FROM audit_log WHERE action = 'sign-in'`,
      ),
    )
    expect(entries).toEqual([{ actor: '局长' }, { actor: '局长' }])
  })

  it('makes no account for who is not known', async () => {
    subject = { sub: 'gov-2', preferred_username: 'stranger', name: '陌生人' }
    const visitor = someone()
    const response = await comeBack(visitor)
    expect(response.headers.get('Location')).toContain('/sign-in?error=')
    expect((await visitor.get('/api/me')).status).toBe(401)
  })

  it('goes nowhere but to this site', async () => {
    for (const callbackURL of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      expect(
        (
          await someone().post('/api/auth/sign-in/oauth2', {
            providerId: 'government',
            callbackURL,
          })
        ).status,
      ).toBe(400)
    }
  })
})
