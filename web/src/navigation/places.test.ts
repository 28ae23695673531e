import { ROLE_CODES, type Role } from '@onemap/api/domain/role'
import { describe, expect, it } from 'vitest'
import { en } from '../i18n/en.ts'
import { zhCN } from '../i18n/zh-CN.ts'
import { router } from '../router.ts'
import { GROUP_IDS, MAIN_GROUPS } from './groups.ts'
import { hereOf } from './here.ts'
import { MAIN_ACTS } from './main-acts.ts'
import { homeOf, menuOf, PLACES, type Place } from './places.ts'

const pathOf = ({ route }: Place): string => router.resolve({ name: route }).path
const mayEnter = (role: Role, name: string): boolean => {
  const roles = router.getRoutes().find((route) => route.name === name)?.meta.roles
  return roles === undefined || roles.includes(role)
}

describe('the registry of places', () => {
  it.each(PLACES)('$route is there, in a group, for somebody, named in both languages', (place) => {
    expect(router.hasRoute(place.route)).toBe(true)
    expect(GROUP_IDS).toContain(place.group)
    expect(place.roles).not.toEqual([])
    expect(place.roles.filter((role) => !mayEnter(role, place.route))).toEqual([])
    expect(zhCN.nav[place.name]).toBeTruthy()
    expect(en.nav[place.name]).toBeTruthy()
  })

  it('names every place once', () => {
    expect(new Set(PLACES.map(({ route }) => route)).size).toBe(PLACES.length)
  })

  it.each(GROUP_IDS)('the group %s is named in both languages', (id) => {
    expect(zhCN.navigation.groups[id]).toBeTruthy()
    expect(en.navigation.groups[id]).toBeTruthy()
  })

  /** Screens of one's own account, and those that only lead elsewhere, are no places of the trade. */
  const OUTSIDE = /^\/(?:account|start$)/
  const screens = router
    .getRoutes()
    .filter(({ path, meta }) => meta.open !== true && meta.settling !== true && !OUTSIDE.test(path))
    .flatMap(({ path, meta }) => (meta.roles ?? []).map((role) => [role, path] as const))

  it('knows every screen of every role', () => expect(screens.length).toBeGreaterThan(100))

  it.each(screens)('gives %s a group for %s', (role, path) => {
    const { main, rest } = menuOf(role)
    const places = [...main, ...rest].flatMap((group) => group.places)
    const { group } = hereOf(path, places, pathOf)
    expect(group).not.toBeNull()
  })
})

describe.each(ROLE_CODES)('the menu of the role %s', (role) => {
  const { main, rest } = menuOf(role)

  it('has five groups of every day or fewer, none of them empty, all as planned', () => {
    expect(main.length).toBeGreaterThan(0)
    expect(main.length).toBeLessThanOrEqual(5)
    expect(main.map(({ id }) => id)).toEqual(MAIN_GROUPS[role])
  })

  it('holds every place of the role once', () => {
    const held = [...main, ...rest].flatMap(({ places }) => places)
    expect(held.toSorted(byRoute)).toEqual(
      PLACES.filter(({ roles }) => roles.includes(role)).toSorted(byRoute),
    )
  })

  it('begins where the role may enter', () => {
    expect(mayEnter(role, homeOf(role))).toBe(true)
  })

  it('offers acts the role may do', () => {
    for (const { to } of MAIN_ACTS[role])
      expect(mayEnter(role, String(router.resolve(to).name))).toBe(true)
  })
})

function byRoute(one: Place, other: Place): number {
  return one.route.localeCompare(other.route)
}

describe('where in the menu an address is', () => {
  const places = PLACES.filter(({ roles }) => roles.includes('bureau'))
  it.each([
    ['/', 'onemap', 'overview'],
    ['/hazards/new', 'hazards', 'hazards'],
    ['/patrols/visits/a/b', 'patrol-visits', 'patrols'],
    ['/patrols', 'patrols', 'patrols'],
    ['/received-notices/a/b', undefined, 'response'],
    ['/enterprises/a/risks', undefined, 'enterprises'],
    ['/hazardous', undefined, null],
  ] as const)('%s: %s of %s', (path, route, group) => {
    const here = hereOf(path, places, pathOf)
    expect([here.place?.route, here.group]).toEqual([route, group])
  })
})
