import { Presets, SingleBar } from 'cli-progress'
import type { Loaded } from './load-district.ts'

/** Shows how far a load is. */
interface Progress {
  update(loaded: Loaded): void
  stop(): void
}

const PLAIN_EVERY_MS = 2_000

/** A bar on a terminal, a line every two seconds in a log. */
export function showProgress(total: Loaded): Progress {
  return process.stdout.isTTY ? bar(total) : plain(total)
}

function bar(total: Loaded): Progress {
  const shown = new SingleBar(
    {
      format:
        '  {bar} {percentage}%  风险点 {value}/{total}  企业 {enterprises}  隐患 {hazards}  剩余 {eta_formatted}',
      hideCursor: true,
    },
    Presets.rect,
  )
  shown.start(total.riskPoints, 0, { enterprises: 0, hazards: 0 })
  return {
    update: ({ riskPoints, enterprises, hazards }) =>
      shown.update(riskPoints, { enterprises, hazards }),
    stop: () => shown.stop(),
  }
}

function plain(total: Loaded): Progress {
  let last = Date.now()
  return {
    update({ riskPoints, enterprises, hazards }) {
      if (Date.now() - last < PLAIN_EVERY_MS) return
      last = Date.now()
      const part = Math.floor((100 * riskPoints) / Math.max(1, total.riskPoints))
      console.log(
        `  ${part}%  风险点 risk points ${riskPoints}/${total.riskPoints}  企业 enterprises ${enterprises}  隐患 hazards ${hazards}`,
      )
    },
    stop: () => undefined,
  }
}
