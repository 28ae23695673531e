import { OWN_ANSWER_HEADER } from '@onemap/api/domain/own-answer'
import { describe, expect, it } from 'vitest'
import { isOwn, strangerIn } from './stranger.ts'

const own = { [OWN_ANSWER_HEADER]: '1' }
const page = (status = 200): Response =>
  new Response('<html><head><title>校园网 登录</title></head><body>…</body></html>', {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })

describe('an answer', () => {
  it.each([
    ['a record that was written', Response.json({}, { headers: own }), 'POST', true],
    ['nothing, said by the API', new Response(null, { status: 204, headers: own }), 'DELETE', true],
    ['what was read', Response.json({}), 'GET', true],
    ['a refusal', Response.json({}, { status: 422, headers: own }), 'POST', true],
    ['a refusal to be read', Response.json({}, { status: 401, headers: own }), 'GET', true],
    ['a refusal of somebody else', Response.json({}, { status: 403 }), 'POST', false],
    [
      'an end of the session, said by somebody else',
      Response.json({}, { status: 401 }),
      'GET',
      false,
    ],
    ['JSON of somebody else', Response.json({ blocked: true }), 'POST', false],
    ['nothing, said by somebody else', new Response(null, { status: 204 }), 'DELETE', false],
    ['a page', page(), 'POST', false],
    ['a page to read', page(), 'GET', false],
    ['a page that refuses', page(403), 'GET', false],
    ['text without a type', new Response('ok', { headers: { 'Content-Type': '' } }), 'POST', false],
    ['an answer nobody may look into', Response.error(), 'POST', false],
  ])('that is %s', (_what, response, method, expected) => {
    expect(isOwn(response, method)).toBe(expected)
  })

  it('of somebody else is told by its title', async () => {
    expect(await strangerIn(page())).toEqual({
      status: 200,
      type: 'text/html',
      says: '校园网 登录',
    })
    expect((await strangerIn(new Response('<p>Access <b>denied</b></p>'))).says).toBe(
      'Access denied',
    )
  })
})
