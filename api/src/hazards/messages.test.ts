import { expect, test } from 'vitest'
import { HAZARD_EVENT_CODES, type HazardEvent } from '../domain/hazard-event.ts'
import { TRANSITIONS } from '../domain/hazard-lifecycle.ts'
import type { HazardRole } from '../domain/hazard-roles.ts'
import { REPORTED_HAZARD } from '../domain/hazard-state.ts'
import type { HazardGrade, HazardOrigin } from '../domain/hazard.ts'
import { messagesAbout } from './messages.ts'

function told(
  event: HazardEvent,
  role: HazardRole,
  {
    grade = 'general',
    origin = 'daily',
    rectifierId = null,
    askedBy = null,
    reportedBy = null,
  }: {
    grade?: HazardGrade
    origin?: HazardOrigin
    rectifierId?: string | null
    askedBy?: string | null
    reportedBy?: string | null
  } = {},
): string[] {
  return messagesAbout({
    event,
    role,
    state: { ...REPORTED_HAZARD, grade },
    origin,
    actorId: 'me',
    rectifierId,
    askedBy,
    reportedBy,
  }).map((draft) => `${draft.kind} ${draft.recipient === 'user' ? draft.userId : draft.recipient}`)
}

test.each<[string, string[], readonly string[]]>([
  [
    'the enterprise what the grid reports',
    told('report', 'grid-member', { origin: 'grid-patrol' }),
    ['hazard-reported enterprise'],
  ],
  ['nobody what the safety officer reports', told('report', 'safety-officer'), []],
  [
    'the safety officer what a rectifier reports',
    told('report', 'rectifier'),
    ['hazard-reported enterprise'],
  ],
  [
    'the bureau of a major hazard',
    told('grade', 'safety-officer', { grade: 'major' }),
    ['hazard-major office', 'hazard-major grid'],
  ],
  [
    'the enterprise of a major hazard the bureau grades',
    told('grade', 'office', { grade: 'major' }),
    ['hazard-major enterprise', 'hazard-major grid'],
  ],
  [
    'the enterprise of a general grade the bureau gives',
    told('grade', 'office'),
    ['hazard-graded enterprise'],
  ],
  ['nobody of a general grade of its own', told('grade', 'safety-officer'), []],
  [
    'whoever has to grade what the grid registers',
    told('register', 'grid-member'),
    ['hazard-registered enterprise', 'hazard-registered office'],
  ],
  [
    'the rectifier that somebody else signed',
    told('sign', 'principal', { rectifierId: 'li' }),
    ['hazard-signed li'],
  ],
  [
    'whoever reviews what the grid saw mended on the spot',
    told('fix-on-the-spot', 'grid-member', { origin: 'grid-patrol' }),
    ['hazard-submitted enterprise'],
  ],
  [
    'the office what a leader approved',
    told('close', 'bureau-leader', { grade: 'major' }),
    ['hazard-closed enterprise', 'hazard-closed office'],
  ],
  [
    'the rectifier of a notice',
    told('notify', 'safety-officer', { rectifierId: 'li' }),
    ['hazard-notified li'],
  ],
  [
    'the enterprise too where the bureau issues it',
    told('notify', 'office', { rectifierId: 'li' }),
    ['hazard-notified li', 'hazard-notified enterprise'],
  ],
  [
    'the enterprise where the rectifier has no account',
    told('notify', 'office'),
    ['hazard-notified enterprise'],
  ],
  [
    'the safety officer of work to review',
    told('submit', 'rectifier'),
    ['hazard-submitted enterprise'],
  ],
  [
    'the grid of work to review it found itself',
    told('submit', 'rectifier', { origin: 'grid-patrol' }),
    ['hazard-submitted grid'],
  ],
  [
    'the bureau of major work to review',
    told('submit', 'safety-officer', { grade: 'major' }),
    ['hazard-submitted office'],
  ],
  [
    'the bureau of what it has to close',
    told('pass', 'grid-member', { grade: 'major' }),
    ['hazard-accepted office', 'hazard-accepted enterprise'],
  ],
  [
    'the rectifier that review failed',
    told('fail', 'grid-member', { rectifierId: 'li' }),
    ['hazard-failed li'],
  ],
  [
    'who reported that it is void',
    told('reject', 'office', { reportedBy: 'zhao' }),
    ['hazard-void zhao'],
  ],
  ['not oneself', told('reject', 'office', { reportedBy: 'me' }), []],
  [
    'the office of an extension asked for a major hazard',
    told('request-extension', 'rectifier', { grade: 'major' }),
    ['extension-requested office'],
  ],
  [
    'the safety officer of one for its own',
    told('request-extension', 'rectifier'),
    ['extension-requested enterprise'],
  ],
  [
    'who asked of the answer',
    told('approve-extension', 'office', { askedBy: 'li' }),
    ['extension-approved li'],
  ],
  [
    'everybody of a listing',
    told('list-supervision', 'bureau-leader', { grade: 'major' }),
    ['supervision-listed enterprise', 'supervision-listed grid', 'supervision-listed office'],
  ],
  [
    'the office that an enterprise stopped work',
    told('stop-work', 'principal'),
    ['work-stopped office', 'work-stopped grid'],
  ],
])('tells %s', (_what, drafts, expected) => {
  expect(drafts).toEqual(expected)
})

test('knows every step, whoever takes it, and tells nobody twice', () => {
  for (const event of HAZARD_EVENT_CODES) {
    for (const role of new Set(
      TRANSITIONS.filter((step) => step.event === event).flatMap(({ roles }) => roles),
    )) {
      for (const grade of ['general', 'major'] as const) {
        const drafts = told(event, role, {
          grade,
          rectifierId: 'li',
          askedBy: 'li',
          reportedBy: 'li',
          origin: 'grid-patrol',
        })
        expect(new Set(drafts).size).toBe(drafts.length)
      }
    }
  }
})
