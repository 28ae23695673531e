import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useDraft, useDrafts } from './drafts.ts'

const empty = { text: '', place: '' }

/** The page begins anew, the tab remains. */
function reload(account: string): void {
  setActivePinia(createPinia())
  useDrafts().belongTo(account)
}

beforeEach(() => {
  sessionStorage.clear()
  reload('a')
})

describe('a draft', () => {
  it('outlives its form, not the page', () => {
    useDraft('form', empty).draft.text = '泄漏'
    expect(useDraft('form', empty).draft.text).toBe('泄漏')
    reload('a')
    expect(useDraft('form', empty).draft.text).toBe('')
    expect(sessionStorage).toHaveLength(0)
  })

  it('outlives the page where it asks the tab to keep it', () => {
    useDraft('report', empty, { inTab: true }).draft.text = '泄漏'
    reload('a')
    expect(useDraft('report', empty, { inTab: true }).draft).toEqual({ text: '泄漏', place: '' })
  })

  it('is gone once it was sent', () => {
    const { draft, forget } = useDraft('report', empty, { inTab: true })
    draft.text = '泄漏'
    forget()
    reload('a')
    expect(useDraft('report', empty, { inTab: true }).draft.text).toBe('')
  })

  it('is gone at sign-out and for anybody else', () => {
    useDraft('report', empty, { inTab: true }).draft.text = '泄漏'
    reload('b')
    expect(useDraft('report', empty, { inTab: true }).draft.text).toBe('')
    reload('a')
    expect(useDraft('report', empty, { inTab: true }).draft.text).toBe('')
    useDraft('report', empty, { inTab: true }).draft.text = '泄漏'
    useDrafts().clear()
    expect(sessionStorage).toHaveLength(0)
  })

  it('asks no more of the tab than it can read', () => {
    sessionStorage.setItem('onemap.kept a report', '{"text":1}')
    expect(useDraft('report', empty, { inTab: true }).draft).toEqual(empty)
    sessionStorage.setItem('onemap.kept a other', '{"text":"旧","gone":"x"}')
    expect(useDraft('other', empty, { inTab: true }).draft).toEqual({ text: '旧', place: '' })
    sessionStorage.setItem('onemap.kept a broken', '{')
    expect(useDraft('broken', empty, { inTab: true }).draft).toEqual(empty)
  })
})
