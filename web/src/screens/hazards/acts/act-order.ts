import type { HazardEvent } from '@onemap/api/domain/hazard-event'

/** Where an act stands in the panel: what leads on, what sends back, what goes on beside. */
type ActGroup = 'onward' | 'back' | 'beside'

/** Every act somebody may be offered, in the order of the panel. */
const GROUPS: Readonly<Record<HazardEvent, ActGroup | null>> = {
  report: null,
  register: 'onward',
  grade: 'onward',
  notify: 'onward',
  'fix-on-the-spot': 'onward',
  sign: 'onward',
  submit: 'onward',
  pass: 'onward',
  close: 'onward',
  merge: 'back',
  reject: 'back',
  fail: 'back',
  reopen: 'back',
  'request-extension': 'beside',
  'approve-extension': 'beside',
  'reject-extension': 'beside',
  'list-supervision': 'beside',
  'delist-supervision': 'beside',
  'stop-work': 'beside',
  'resume-work': 'beside',
}

export function groupOf(event: HazardEvent): ActGroup | null {
  return GROUPS[event]
}
