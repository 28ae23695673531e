import { describe, expect, it } from 'vitest'
import { draftContent } from './notice-content.ts'
import {
  judgeNoticeEvent,
  noticeActionsFor,
  NOTICE_CAUSE_CODES,
  NOTICE_EVENT_CODES,
  NOTICE_STATUS_CODES,
  NOTICE_TRANSITIONS,
  noticePartsOf,
  receiptState,
} from './neighbour-notice.ts'

const content = draftContent({
  enterprise: { name: '甲', address: '某路', dutyPhone: '0632-6600000', majorHazardLevel: null },
  riskPoint: { name: '储罐', type: 'facility', level: 1, locationText: '' },
  accidentTypes: [8],
  measures: [],
})
const ready = { content, recipients: 1 }
const DRAFT = { status: 'draft', cause: 'created' } as const

describe('what may be done to a notice', () => {
  it('is what the table says and nothing else', () => {
    for (const status of NOTICE_STATUS_CODES)
      for (const cause of NOTICE_CAUSE_CODES)
        for (const event of NOTICE_EVENT_CODES) {
          const listed = NOTICE_TRANSITIONS.some(
            (each) =>
              each.from === status &&
              each.event === event &&
              (each.cause === undefined || each.cause === cause),
          )
          expect([
            status,
            cause,
            event,
            judgeNoticeEvent({ status, cause }, event, { ...ready, reason: '停用' }).ok,
          ]).toEqual([status, cause, event, listed])
        }
  })

  it('names what is missing before a draft goes out', () => {
    const missing = (context: Parameters<typeof judgeNoticeEvent>[2]) => {
      const verdict = judgeNoticeEvent(DRAFT, 'issue', context)
      return verdict.ok || verdict.code !== 'guard-fails' ? [] : verdict.guards
    }
    expect(missing({ content, recipients: 0 })).toEqual(['recipients'])
    expect(missing({ content: { ...content, alarm: ' ', protection: '' }, recipients: 1 })).toEqual(
      ['alarm', 'protection'],
    )
    expect(
      missing({
        content: { ...content, enterprise: { ...content.enterprise, dutyPhone: '' } },
        recipients: 1,
      }),
    ).toEqual(['duty-phone'])
    expect(missing({ content: { ...content, note: '13812345678' }, recipients: 1 })).toEqual([
      'no-personal-number',
    ])
  })

  it('is for the principal and the safety officer of an enterprise alone', () => {
    expect(noticePartsOf('enterprise', 'principal')).toEqual(['principal'])
    expect(noticePartsOf('enterprise', 'rectifier')).toEqual([])
    expect(noticePartsOf('bureau', 'head')).toEqual([])
    expect(noticeActionsFor(DRAFT, [], ready)).toEqual([])
    expect(
      noticeActionsFor({ status: 'draft', cause: 'corrected' }, ['principal'], ready).map(
        ({ type }) => type,
      ),
    ).toEqual(['edit', 'issue', 'discard'])
  })
})

it.each([
  [null, false, 'not-told'],
  ['2026-11-24', false, 'waiting'],
  ['2026-11-18', false, 'waiting'],
  ['2026-11-17', false, 'late'],
  ['2026-11-01', true, 'signed'],
] as const)('a receipt of what was told on %s, signed %s, is %s', (toldOn, isSigned, state) => {
  expect(receiptState({ toldOn, isSigned }, '2026-11-24', { remindAfterDays: 7 })).toBe(state)
})
