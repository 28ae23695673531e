import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import type { BatchSite } from '../queries.ts'
import { usualWords } from './site-words.ts'
import { useSiteDraft } from './use-site-draft.ts'

const usual = usualWords('生产油漆', ['fire'])
const site = (more: Partial<BatchSite> = {}): BatchSite => ({
  enterpriseId: 'e',
  name: '甲',
  kind: 'general',
  level: 2,
  townName: '运河街道',
  code: 'BCDFGHJK',
  part: 'include',
  overrides: {},
  reason: null,
  ...more,
})

function open(start: BatchSite, known: typeof usual | null = usual) {
  const stored = shallowRef<BatchSite | null>(start)
  const words = shallowRef(known)
  const made = effectScope().run(() => useSiteDraft('b', 'e', stored, words))
  if (made === undefined) throw new Error('no scope')
  return { ...made, stored, words }
}

beforeEach(() => setActivePinia(createPinia()))

describe('what is typed about a site', () => {
  it('follows the record until somebody types', async () => {
    const { draft, dirty, stored } = open(site())
    stored.value = site({ overrides: { activity: '做油漆' } })
    await nextTick()
    expect([draft.activity, dirty.value]).toEqual(['做油漆', false])
  })

  it('waits for the usual words', async () => {
    const { draft, ready, words } = open(site(), null)
    expect(ready.value).toBe(false)
    words.value = usual
    await nextTick()
    expect([ready.value, draft.activity]).toEqual([true, '生产油漆'])
  })

  it('stays when somebody else is faster, and says so', async () => {
    const { draft, dirty, overtaken, stored, follow } = open(site())
    draft.activity = '油漆厂'
    expect([dirty.value, overtaken.value]).toEqual([true, false])
    stored.value = site({ overrides: { activity: '做油漆' } })
    await nextTick()
    expect([draft.activity, overtaken.value]).toEqual(['油漆厂', true])
    follow()
    expect([draft.activity, dirty.value]).toEqual(['做油漆', false])
  })

  it('outlives the form', () => {
    open(site()).draft.warningZh = '响警报'
    const again = open(site())
    expect([again.draft.warningZh, again.dirty.value, again.overrides()]).toEqual([
      '响警报',
      true,
      { warning: { zh: '响警报', en: usual.warningEn } },
    ])
    again.settle()
    expect(again.dirty.value).toBe(false)
  })
})
