import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { isOwnHost, ownHostOnly } from './own-host.ts'

describe('a Host header', () => {
  it.each([
    '127.0.0.1',
    '10.20.30.40:3000',
    '[::1]:3000',
    'localhost',
    'LOCALHOST:3000',
    'demo.localhost',
    'srv-07',
    'SRV-07:3000',
    'srv-07.bureau.example.cn',
    'srv-07.local',
  ])('names this machine: %s', (host) => {
    expect(isOwnHost(host, 'srv-07.bureau.example.cn')).toBe(true)
  })

  it.each([
    'evil.example',
    'srv-07.evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example/localhost',
    'localhost@evil.example',
    'evil example',
    '',
  ])('names another: %s', (host) => {
    expect(isOwnHost(host, 'srv-07.bureau.example.cn')).toBe(false)
  })
})

describe('the guard', () => {
  const ask = (publicOrigin: string | undefined, host: string) =>
    new Hono()
      .use(ownHostOnly({ publicOrigin }, 'srv-07'))
      .onError((error, c) => c.text(error.message, 421))
      .get('/', (c) => c.text('here'))
      .request('/', { headers: { Host: host } })

  it('turns away what is meant for another server, and says what would be right', async () => {
    const response = await ask(undefined, 'evil.example')
    expect(response.status).toBe(421)
    expect(await response.text()).toContain('PUBLIC_ORIGIN')
    expect((await ask(undefined, 'srv-07:3000')).status).toBe(200)
  })

  it('has nothing to guard where the origin is configured', async () => {
    expect((await ask('https://onemap.example.gov.cn', '10.0.0.5')).status).toBe(200)
    expect((await ask('https://onemap.example.gov.cn', 'inner-name')).status).toBe(200)
  })
})
