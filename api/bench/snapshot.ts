import { to as copyTo } from 'pg-copy-streams'
import { tableFromIPC } from 'apache-arrow'
import { RISK_POINTS } from '../src/map/risk-points.ts'
import { median, paired, timed } from './measure.ts'
import { answer, type Subject } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

const PATH = '/api/map/risk-points.arrow'

/** The map's snapshot of a million points: cold, its size, and when nothing changed. */
export async function measureSnapshot(subject: Subject): Promise<Line[]> {
  const { client } = subject
  const cold = await paired(
    () => answer(subject.freshApi().request(PATH)),
    async () => {
      let bytes = 0
      for await (const chunk of client.query(
        copyTo(`COPY (${RISK_POINTS.query}) TO STDOUT (FORMAT binary)`),
      ))
        bytes += chunk instanceof Uint8Array ? chunk.length : 0
      return bytes
    },
    9,
  )

  const api = subject.freshApi()
  const response = await api.request(PATH)
  const held = { 'If-None-Match': response.headers.get('etag') ?? '' }
  const bytes = new Uint8Array(await response.arrayBuffer())
  const points = tableFromIPC(bytes).numRows
  const unchanged: number[] = []
  for (let round = 0; round < 300; round++)
    unchanged.push(await timed(() => answer(api.request(PATH, { headers: held }), 304)))

  return [
    {
      what: `cold snapshot of ${points.toLocaleString('en')} risk points / bare COPY`,
      measured: milliseconds(cold.subject),
      reference: milliseconds(cold.reference),
      value: cold.ratio,
      target: 1.6,
      unit: '×',
    },
    {
      what: 'size of a point before compression',
      measured: `${(bytes.length / 1e6).toFixed(1)} MB`,
      value: bytes.length / points,
      target: 24,
      unit: 'bytes',
    },
    {
      what: 'unchanged layer answered 304',
      measured: milliseconds(median(unchanged)),
      value: median(unchanged),
      target: 2,
      unit: 'ms',
    },
  ]
}
