import type { Messages } from './messages.ts'
import type { signOffsZhCN } from './sign-offs.zh-CN.ts'

/** Sentences of acts that wait for a leader's approval, in English. */
export const signOffsEn: Messages<typeof signOffsZhCN> = {
  signOff: {
    headline: '{count} waiting for your decision',
    headlineOffice: '{count} of your office awaiting a decision',
    none: 'Nothing awaits a decision',
    nothing:
      'What offices put forward stands here: listing and delisting for supervision, closing major hazards.',
    nothingDecided: 'Nothing has been decided yet.',
    pending: 'Waiting',
    decided: 'Decided',
    views: 'Requests for approval',
    asks: 'Asks for: {act}',
    open: 'Open the request',
    hazard: 'The whole record of the hazard',
    evidence: 'What it rests on',
    reason: 'Reason',
    proposedBy: '{who}, {when}, because: {reason}',
    proposer: 'Put forward by',
    proposedAt: 'Put forward on',
    decidedBy: '{who}, {when}: {word}',
    decider: 'Decided by',
    decidedAt: 'Decided on',
    word: 'Your word',
    wordHint: 'Required to refuse',
    approve: 'Approve: {act}',
    refuse: 'Refuse',
    withdraw: 'Take back',
    withdrawWhat: 'It no longer awaits a decision, and can be put forward again.',
    done: {
      approved: 'Approved. “{act}” is done, and who put it forward has been told.',
      refused: 'Refused, and who put it forward has been told.',
      withdrawn: 'Taken back.',
    },
    of: {
      pending: '{act}: put forward, awaiting the bureau’s leaders',
      refused: '{act}: not approved',
    },
  },
}
