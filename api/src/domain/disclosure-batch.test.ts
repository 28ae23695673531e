import { describe, expect, it } from 'vitest'
import {
  actOnBatch,
  BATCH_ACT_CODES,
  BATCH_STATUS_CODES,
  BATCH_TRANSITIONS,
  batchNumber,
} from './disclosure-batch.ts'
import { windowState } from './disclosure-window.ts'

describe('a batch', () => {
  const other = {
    preparedBy: 'a',
    actor: 'b',
    actorIsHead: true,
    opinion: '同意',
    today: '2026-11-15',
  }

  it.each(
    BATCH_ACT_CODES.flatMap((act) => BATCH_STATUS_CODES.map((status) => [act, status] as const)),
  )('%s in %s is as the table says', (act, status) => {
    const { from, to } = BATCH_TRANSITIONS[act]
    expect(actOnBatch(act, { ...other, status })).toEqual(
      from.includes(status) ? { ok: true, status: to } : { ok: false, refusal: 'state-forbids' },
    )
  })

  it('needs four eyes and a head', () => {
    expect(actOnBatch('approve', { ...other, status: 'submitted', actor: 'a' })).toEqual({
      ok: false,
      refusal: 'same-person',
    })
    expect(actOnBatch('return', { ...other, status: 'submitted', actor: 'a' })).toEqual({
      ok: false,
      refusal: 'same-person',
    })
    expect(actOnBatch('approve', { ...other, status: 'submitted', actorIsHead: false })).toEqual({
      ok: false,
      refusal: 'head-only',
    })
  })

  it('is returned with an opinion', () => {
    expect(actOnBatch('return', { ...other, status: 'submitted', opinion: ' ' })).toEqual({
      ok: false,
      refusal: 'opinion-missing',
    })
  })

  it.each([
    ['2026-11-10', true],
    ['2026-11-11', false],
    ['2026-11-20', false],
    ['2026-11-21', true],
    ['2026-12-01', true],
  ])('is published on %s only with a reason: %s', (today, needed) => {
    const approve = (outsideReason?: string) =>
      actOnBatch('approve', {
        ...other,
        status: 'submitted',
        today,
        ...(outsideReason === undefined ? {} : { outsideReason }),
      })
    const missing = { ok: false, refusal: 'outside-reason-missing' }
    const published = { ok: true, status: 'published' }
    expect([approve(), approve(' '), approve('汛期提前')]).toEqual(
      needed ? [missing, missing, published] : [published, published, published],
    )
    expect(actOnBatch('return', { ...other, status: 'submitted', today })).toMatchObject({
      ok: true,
    })
  })

  it('is numbered by year', () => {
    expect(batchNumber(2026, 11)).toBe('2026-011')
  })
})

describe('the monthly window', () => {
  it.each([
    ['2026-11-01', false, 'before'],
    ['2026-11-10', false, 'before'],
    ['2026-11-11', false, 'open'],
    ['2026-11-14', false, 'open'],
    ['2026-11-15', false, 'remind'],
    ['2026-11-20', false, 'remind'],
    ['2026-11-21', false, 'late'],
    ['2026-11-30', false, 'late'],
    ['2026-11-01', true, 'done'],
    ['2026-11-25', true, 'done'],
  ] as const)('on %s, published: %s, is %s', (today, published, state) => {
    expect(windowState(today, published)).toBe(state)
  })
})
