/** So many milliseconds changes are gathered before anything is read anew … */
const GATHER_MS = 80
/** … and so long nothing is read a second time: a busy day must not become a storm of requests. */
const PAUSE_MS = 1_500

/** First parts of query keys whose answers are worked out from a topic's rows. */
const WORKED_OUT: Readonly<Record<string, readonly string[]>> = {
  enterprises: ['summary', 'statistics', 'command'],
  'risk-points': ['enterprises', 'summary', 'statistics', 'command', 'notices'],
  hazards: ['enterprises', 'summary', 'statistics', 'workbench', 'command'],
  tasks: ['statistics', 'workbench'],
  orders: ['workbench'],
  // What waits for somebody is told by a message.
  messages: ['workbench', 'sign-offs'],
  patrols: ['command'],
  notices: ['command'],
}

/** Gathers the topics that changed and says now and then which queries to ask again: the first time at once. */
export function createRefresher(refresh: (firstParts: ReadonlySet<string>) => void): {
  take(topics: readonly string[]): void
} {
  let waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY

  function tell(): void {
    timer = undefined
    last = Date.now()
    const topics = waiting
    waiting = new Set()
    refresh(topics)
  }

  return {
    take(topics) {
      for (const topic of topics)
        for (const part of [topic, ...(WORKED_OUT[topic] ?? [])]) waiting.add(part)
      timer ??= setTimeout(tell, Math.max(GATHER_MS, last + PAUSE_MS - Date.now()))
    },
  }
}
