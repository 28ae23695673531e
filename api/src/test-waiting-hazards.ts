import { enterpriseId } from './db/test-fixture-places.ts'
import { PLAN, STAFF } from './test-loop.ts'
import type { Hazard } from './hazards/schema.ts'
import { loop, type State } from './test-waiting.ts'

const idsOf = async (hazard: Promise<Hazard>): Promise<string> => (await hazard).id
const notified = async (): Promise<Hazard> => {
  const hazard = await loop.reported()
  await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
  await loop.does('ent01', hazard, { type: 'grade', grade: 'general', criteria: '第1条' })
  return loop.does('ent01', hazard, {
    type: 'notify',
    responsibleId: STAFF.fixer,
    deadline: '2026-11-24',
  })
}
const signed = async (): Promise<Hazard> => {
  const hazard = await notified()
  return loop.does('boss', hazard, { type: 'sign' })
}
const submitted = async (): Promise<Hazard> => {
  const hazard = await signed()
  return loop.does('fixer', hazard, { type: 'submit', cost: 1, evidence: [await loop.photo()] })
}
export const majorAt = async (last: 'rectifying' | 'accepted'): Promise<Hazard> => {
  const hazard = await loop.reported()
  await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
  await loop.does('ent01', hazard, { type: 'grade', grade: 'major', criteria: '第1条' })
  await loop.does('bureau', hazard, {
    type: 'notify',
    responsibleId: STAFF.fixer,
    deadline: '2026-11-24',
  })
  const rectifying = await loop.does('boss', hazard, { type: 'sign', plan: PLAN })
  if (last === 'rectifying') return rectifying
  await loop.does('fixer', hazard, { type: 'submit', cost: 1, evidence: [await loop.photo()] })
  return loop.does('ent01', hazard, { type: 'pass' })
}

export const HAZARD_STATES: readonly State[] = [
  {
    act: 'hazard',
    state: 'reported',
    by: 'a grid member',
    arrange: () => idsOf(loop.reported('grid01', { enterpriseId: enterpriseId(3) })),
    waits: [{ who: 'ent02', inbox: 'verify', bell: 'hazard-reported' }],
  },
  {
    act: 'hazard',
    state: 'registered',
    by: 'an officer',
    arrange: async () => {
      const hazard = await loop.reported('bureau')
      return idsOf(loop.does('bureau', hazard, { type: 'register', duplicatesChecked: true }))
    },
    waits: [{ who: 'ent01', inbox: 'grade', bell: 'hazard-registered' }],
  },
  {
    act: 'hazard',
    state: 'graded',
    by: 'an officer',
    arrange: async () => {
      const hazard = await loop.reported('bureau')
      await loop.does('bureau', hazard, { type: 'register', duplicatesChecked: true })
      return idsOf(
        loop.does('bureau', hazard, { type: 'grade', grade: 'general', criteria: '第1条' }),
      )
    },
    waits: [{ who: 'ent01', inbox: 'notify', bell: 'hazard-graded' }],
  },
  {
    act: 'hazard',
    state: 'notified',
    by: 'the safety officer',
    arrange: () => idsOf(notified()),
    waits: [{ who: 'fixer', inbox: 'sign', bell: 'hazard-notified' }],
  },
  {
    act: 'hazard',
    state: 'rectifying',
    by: 'the principal, who signs',
    arrange: () => idsOf(signed()),
    waits: [{ who: 'fixer', inbox: 'rectify', bell: 'hazard-signed' }],
  },
  {
    act: 'hazard',
    state: 'rectifying',
    by: 'a review that failed',
    arrange: async () =>
      idsOf(loop.does('ent01', await submitted(), { type: 'fail', opinion: '不牢固' })),
    waits: [{ who: 'fixer', inbox: 'rectify', bell: 'hazard-failed' }],
  },
  {
    act: 'hazard',
    state: 'rectifying',
    by: 'the rectifier, who asks for a longer deadline',
    arrange: async () =>
      idsOf(
        loop.does('fixer', await signed(), {
          type: 'request-extension',
          reason: '配件未到',
          deadline: '2026-12-10',
        }),
      ),
    waits: [{ who: 'ent01', inbox: 'extension', bell: 'extension-requested' }],
  },
  {
    act: 'hazard',
    state: 'rectifying',
    by: 'the rectifier of a major hazard, who asks for a longer deadline',
    arrange: async () =>
      idsOf(
        loop.does('fixer', await majorAt('rectifying'), {
          type: 'request-extension',
          reason: '配件未到',
          deadline: '2026-12-10',
        }),
      ),
    waits: [{ who: 'bureau', inbox: 'extension', bell: 'extension-requested' }],
  },
  {
    act: 'hazard',
    state: 'in-review',
    by: 'the rectifier',
    arrange: () => idsOf(submitted()),
    waits: [{ who: 'ent01', inbox: 'review', bell: 'hazard-submitted' }],
  },
  {
    act: 'hazard',
    state: 'accepted',
    by: 'an officer',
    arrange: async () => idsOf(loop.does('bureau', await submitted(), { type: 'pass' })),
    waits: [{ who: 'ent01', inbox: 'close', bell: 'hazard-accepted' }],
  },
  {
    act: 'hazard',
    state: 'accepted',
    by: 'the safety officer, of a major one',
    arrange: () => idsOf(majorAt('accepted')),
    waits: [{ who: 'bureau', inbox: 'close-major', bell: 'hazard-accepted' }],
  },
]
