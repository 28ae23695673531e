import { INBOX_GROUPS, INBOX_KIND_CODES, WAITING_MATTER_CODES } from '@onemap/api/domain/inbox'
import { describe, expect, it } from 'vitest'
import { router } from '../../../router.ts'
import { LISTS, matterTarget } from './lists.ts'

const rolesOf = (name: unknown) =>
  router.getRoutes().find((route) => route.name === name)?.meta.roles ?? []

describe('what waits', () => {
  it.each(INBOX_KIND_CODES)('%s has a list that everybody it waits for may open', (kind) => {
    const { of, roles } = INBOX_GROUPS[kind]
    expect(rolesOf(LISTS[of])).toEqual(expect.arrayContaining([...roles]))
  })

  it.each(WAITING_MATTER_CODES)('%s is opened on a screen of whoever it waits for', (subject) => {
    const enterpriseId = subject === 'batch' || subject === 'concern' ? null : 'e'
    const { name, params } = router.resolve(matterTarget({ subject, id: 'a', enterpriseId }))
    const roles = INBOX_KIND_CODES.filter((kind) => INBOX_GROUPS[kind].of === subject).flatMap(
      (kind): readonly string[] => INBOX_GROUPS[kind].roles,
    )
    expect(rolesOf(name)).toEqual(expect.arrayContaining(roles))
    expect(Object.values(params)).toContain('a')
  })
})
