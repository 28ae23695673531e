import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { todayInChina } from '@onemap/api/domain/overdue'
import { useTerms } from '../../../i18n/term.ts'
import { useLive } from '../../../live/live.ts'
import type { CommandData } from '../command-data.ts'
import { ringTone } from './ring-tone.ts'
import { sayChange, type TickerItem } from './ticker-item.ts'

/** A day has thousands of them: so many are kept. */
const MOST = 60
/** Of one load of changes so many are told one by one, the rest as a number. */
const MOST_AT_ONCE = 12
const SOUND_KEY = 'onemap.wall-sound'

/** What happens, newest first, and the sound for what is grave. */
export function useTicker(data: CommandData) {
  const { t } = useI18n()
  const { term } = useTerms()
  const items = shallowRef<readonly TickerItem[]>([])
  const sound = ref(localStorage.getItem(SOUND_KEY) === 'on')
  const heard = ref({ day: '', count: 0 })
  let next = 0

  watch(sound, (on) => localStorage.setItem(SOUND_KEY, on ? 'on' : 'off'))

  function nameOf(enterpriseId: string | undefined): string {
    const columns = data.snapshots.value.enterprises
    const row = enterpriseId === undefined ? undefined : columns?.rowOf.get(enterpriseId)
    return row === undefined ? '' : (columns?.names[row] ?? '')
  }

  useLive().listen((news) => {
    if (news.kind !== 'changes') return
    const at = new Date().toISOString()
    const told = news.entries.flatMap((entry) => {
      const said = sayChange(entry, { t, term })
      return said === null
        ? []
        : [
            {
              ...said,
              key: next++,
              at,
              enterprise: nameOf(entry.topic === 'enterprises' ? entry.id : entry.enterpriseId),
            },
          ]
    })
    if (told.length === 0) return
    const rest = told.length - MOST_AT_ONCE
    const shown: TickerItem[] = told.slice(-MOST_AT_ONCE).toReversed()
    if (rest > 0)
      shown.push({
        key: next++,
        at,
        enterprise: '',
        text: t('command.ticker.many', { count: rest }),
        target: null,
        grave: false,
      })
    items.value = [...shown, ...items.value].slice(0, MOST)
    const day = todayInChina(new Date())
    heard.value = { day, count: (heard.value.day === day ? heard.value.count : 0) + told.length }
    if (sound.value && told.some(({ grave }) => grave)) ringTone()
  })

  return { items, sound, count: computed(() => heard.value.count) }
}
