import { describe, expect, it } from 'vitest'
import { openScope, scopeKey, type Scope } from './scope.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const OTHER = '00000000-0000-4000-8000-000000000002'
const ACTOR = { id: ID, name: '张三', role: 'bureau', post: '安全生产科科长' }

describe('openScope', () => {
  it('borrows the audience’s role and says who asks', () => {
    const opening = openScope({
      audience: 'wide',
      userId: ID,
      officeId: OTHER,
      actor: ACTOR,
      requestIp: '::ffff:10.0.0.1',
    })
    expect(opening.split('; ')).toEqual([
      'BEGIN',
      'SET LOCAL ROLE onemap_wide',
      `SET LOCAL app.user_id = '${ID}'`,
      "SET LOCAL app.enterprise_id = ''",
      "SET LOCAL app.grid_ids = '{}'",
      `SET LOCAL app.office_id = '${OTHER}'`,
      `SET LOCAL app.actor = '${ID}'`,
      "SET LOCAL app.actor_name = '张三'",
      "SET LOCAL app.actor_role = 'bureau'",
      "SET LOCAL app.actor_post = '安全生产科科长'",
      "SET LOCAL app.request_ip = '::ffff:10.0.0.1'",
    ])
  })

  it('quotes a name', () => {
    expect(
      openScope({ audience: 'wide', actor: { ...ACTOR, name: "O'Neill'; DROP TABLE x; --" } }),
    ).toContain("'O''Neill''; DROP TABLE x; --'")
  })

  it('leaves out of a post what no setting can hold, and turns nobody away for it', () => {
    const post = `科\\长'\n\uD800${'长'.repeat(300)}`
    expect(openScope({ audience: 'wide', actor: { ...ACTOR, post } })).toContain(
      `SET LOCAL app.actor_post = '科长''${'长'.repeat(194)}'`,
    )
  })

  it.each<[string, Partial<Scope>]>([
    ['an enterprise', { enterpriseId: "' OR true --" }],
    ['a user', { userId: 'x' }],
    ['an office', { officeId: '' }],
    ['a grid', { gridIds: [ID, '}'] }],
    ['an actor', { actor: { ...ACTOR, id: '1' } }],
    ['a name with a backslash', { actor: { ...ACTOR, name: '\\' } }],
    ['a name over two lines', { actor: { ...ACTOR, name: 'a\nb' } }],
    ['a role', { actor: { ...ACTOR, role: "bureau'" } }],
    ['an address', { requestIp: "10.0.0.1'" }],
  ])('refuses %s that is none', (_what, part) => {
    expect(() => openScope({ audience: 'wide', ...part })).toThrow()
  })
})

describe('scopeKey', () => {
  it('tells apart who sees different rows, and nobody else', () => {
    const key = scopeKey({ audience: 'grid', gridIds: [ID, OTHER] })
    expect(scopeKey({ audience: 'grid', gridIds: [OTHER, ID], userId: ID, actor: ACTOR })).toBe(key)
    expect(scopeKey({ audience: 'grid', gridIds: [ID] })).not.toBe(key)
    expect(scopeKey({ audience: 'enterprise', enterpriseId: ID })).not.toBe(
      scopeKey({ audience: 'enterprise', enterpriseId: OTHER }),
    )
    expect(scopeKey({ audience: 'wide', officeId: ID })).toBe(scopeKey({ audience: 'wide' }))
  })
})
