import type { Label } from './dictionary.ts'

/** So near that seconds say it better than a clock. */
const SECONDS_SAY_IT = 90

/** When something may be done again, in words that complete “请…再试” and “try again …”. */
export function whenAgain(again: Date, now: Date): Label {
  const seconds = secondsUntil(again, now)
  if (seconds <= SECONDS_SAY_IT) return { zh: `在 ${seconds} 秒后`, en: `in ${seconds} seconds` }
  const clock = upToTheMinute(again)
  return { zh: `在 ${clock} 以后`, en: `after ${clock}` }
}

/** Whole seconds to wait, at least one. */
export function secondsUntil(again: Date, now: Date): number {
  return Math.max(1, Math.ceil((again.getTime() - now.getTime()) / 1000))
}

/** The clock in China, rounded up: who comes at that minute doesn't come too early. */
function upToTheMinute(moment: Date): string {
  return new Date(Math.ceil(moment.getTime() / 60_000) * 60_000).toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
}
