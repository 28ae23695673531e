import { computed, type Component } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '../session/session.ts'
import { GROUPS, type GroupId } from './groups.ts'
import { hereOf } from './here.ts'
import { MAIN_ACTS, type MainAct } from './main-acts.ts'
import { menuOf, type MenuGroup, type Place } from './places.ts'

/** Something in the rail or the bar: a group, or a place where a role has only one group. */
export interface MenuEntry {
  readonly key: string
  readonly group: GroupId
  readonly icon: Component
  readonly name: string
  /** What is found there. */
  readonly holds: string
  readonly route: string
  readonly current: boolean
}

/** What one group is called by a role that sees it in its own way. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  'grid work': 'messages',
  'enterprise enterprises': 'ownEnterprise',
}

/** The menu of whoever is signed in, and where in it the screen on show is. */
export function useMenu() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const session = useSession()

  const role = computed(() => {
    const me = session.me
    return me === null || me.mustChangePassword ? null : me.role
  })
  const menu = computed(() => (role.value === null ? { main: [], rest: [] } : menuOf(role.value)))
  const groups = computed(() => [...menu.value.main, ...menu.value.rest])
  const here = computed(() =>
    hereOf(
      route.path,
      groups.value.flatMap(({ places }) => places),
      (place) => router.resolve({ name: place.route }).path,
    ),
  )

  const groupName = (id: GroupId): string =>
    t(`navigation.groups.${OWN_NAMES[`${role.value} ${id}`] ?? id}`)
  const placeName = (place: Place): string => t(`nav.${place.name}`)

  function entryOf({ id, first, places }: MenuGroup): MenuEntry {
    return {
      key: id,
      group: id,
      icon: GROUPS[id].icon,
      name: groupName(id),
      holds: places.map(placeName).join(t('navigation.comma')),
      route: first.route,
      current: here.value.group === id,
    }
  }

  /** With a single group there is nothing to choose between but its places. */
  const only = computed(() =>
    menu.value.main.length === 1 && menu.value.rest.length === 0 ? menu.value.main[0] : undefined,
  )
  const entries = computed((): MenuEntry[] =>
    only.value === undefined
      ? menu.value.main.map(entryOf)
      : only.value.places.map((place) => ({
          key: place.route,
          group: place.group,
          icon: place.icon ?? GROUPS[place.group].icon,
          name: placeName(place),
          holds: '',
          route: place.route,
          current: here.value.place === place,
        })),
  )

  return {
    entries,
    main: computed(() => menu.value.main),
    rest: computed(() => menu.value.rest),
    acts: computed((): readonly MainAct[] => (role.value === null ? [] : MAIN_ACTS[role.value])),
    here,
    /** The places beside the one on show; none where they are the menu itself. */
    tabs: computed((): readonly Place[] => {
      const places = groups.value.find(({ id }) => id === here.value.group)?.places ?? []
      return only.value === undefined && places.length > 1 ? places : []
    }),
    groupName,
    placeName,
  }
}
