/** Whether a screen is kept up to date. */
export const liveEn = {
  live: {
    live: 'Live',
    reconnecting: 'Reconnecting…',
    stale: 'As of {time}',
    explain: {
      live: 'Changes appear within a second',
      reconnecting: 'The connection broke; what is missed is made up for by itself',
      stale:
        'The connection has been gone for a while: what is shown may have changed; it is made up for by itself',
    },
  },
}
