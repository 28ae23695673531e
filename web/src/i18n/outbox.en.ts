import type { Messages } from './messages.ts'
import type { outboxZhCN } from './outbox.zh-CN.ts'

/** The same sentences in English. */
export const outboxEn: Messages<typeof outboxZhCN> = {
  outbox: {
    mark: '{count} not sent',
    away: 'Offline',
    refused: '{count} to settle',
    signOut: {
      title: 'Not everything is sent',
      text: '{visits} visits, {hazards} hazards and {photos} photographs have not arrived. They stay on this device after you sign out and are sent once you sign in here again; nobody else is shown them.',
      stay: 'Stay signed in',
      leave: 'Sign out all the same',
    },
  },
}
