import { useI18n } from 'vue-i18n'
import { computed, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import { useMenu } from '../use-menu.ts'
import type { PaletteItem } from './palette-item.ts'

/** What a role can do and where it can go, as the palette lists it. */
export function usePlaceItems(): ComputedRef<readonly PaletteItem[]> {
  const { t } = useI18n()
  const router = useRouter()
  const { main, rest, acts, groupName, placeName } = useMenu()
  return computed(() => [
    ...acts.value.map(({ id, to }) => ({
      key: `act-${id}`,
      kind: t('navigation.palette.kinds.act'),
      name: t(`navigation.acts.${id}`),
      run: () => void router.push(to),
    })),
    ...[...main.value, ...rest.value].flatMap(({ id, places }) =>
      places.map((place) => ({
        key: `place-${place.route}`,
        kind: t('navigation.palette.kinds.place'),
        name: placeName(place),
        hint: groupName(id),
        run: () => void router.push({ name: place.route }),
      })),
    ),
    {
      key: 'place-account',
      kind: t('navigation.palette.kinds.place'),
      name: t('nav.account'),
      run: () => void router.push({ name: 'account' }),
    },
  ])
}
