import { to as copyTo } from 'pg-copy-streams'
import { tableFromIPC } from 'apache-arrow'
import { dayNumber, dayOfNumber } from '../src/domain/calendar.ts'
import { historyBegins } from '../src/domain/history.ts'
import { todayInChina } from '../src/domain/overdue.ts'
import { PAST_HAZARDS, PAST_RISK_POINTS } from '../src/map/history/past-layers.ts'
import { median, paired, timed } from './measure.ts'
import { answer, type Subject } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

const LAYERS = [
  { layer: PAST_RISK_POINTS, rounds: 9 },
  { layer: PAST_HAZARDS, rounds: 5 },
] as const

/** Twelve months of the map, cold, against the bare COPY of the same rows; and the figures of a past day. */
export async function measureHistory(subject: Subject): Promise<Line[]> {
  const lines: Line[] = []
  const today = todayInChina(new Date())
  for (const { layer, rounds } of LAYERS) {
    const { name, query } = layer(historyBegins(today))
    const path = `/api/map/history/${name}.arrow`
    const cold = await paired(
      () => answer(subject.freshApi().request(path)),
      async () => {
        let bytes = 0
        for await (const chunk of subject.client.query(
          copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`),
        ))
          bytes += chunk instanceof Uint8Array ? chunk.length : 0
        return bytes
      },
      rounds,
    )
    const rows = tableFromIPC(
      new Uint8Array(await (await subject.freshApi().request(path)).arrayBuffer()),
    ).numRows
    lines.push({
      what: `cold year of ${name}, ${rows.toLocaleString('en')} rows / bare COPY`,
      measured: milliseconds(cold.subject),
      reference: milliseconds(cold.reference),
      value: cold.ratio,
      target: 2,
      unit: '×',
    })
  }
  const api = subject.freshApi()
  const halfAYearAgo = dayOfNumber(dayNumber(today) - 182)
  const figures: number[] = []
  for (let round = 0; round < 5; round++)
    figures.push(
      await timed(() =>
        answer(api.request(`/api/command/figures?at=${round % 2 === 0 ? today : halfAYearAgo}`)),
      ),
    )
  lines.push({
    what: 'figures of the command screen',
    measured: milliseconds(median(figures)),
    value: median(figures),
    target: 3000,
    unit: 'ms',
  })
  return lines
}
