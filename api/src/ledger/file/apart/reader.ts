import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { FileProblem } from '../file-problem.ts'
import { openTableFile } from '../open.ts'
import type { SheetRow } from '../sheet-row.ts'
import type { Answer, Question, ReaderData } from './messages.ts'

/** Rows that travel together. */
const BATCH = 500

const isData = (value: unknown): value is ReaderData =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'limits' in value
const data = z.custom<ReaderData>(isData).parse(workerData)
const readings = new Map<number, AsyncGenerator<SheetRow>>()

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const answer = (message: Answer) => parentPort?.postMessage(message)

/** Does a piece of work and tells what is wrong with the file; anything else ends the thread. */
async function telling(reading: number | null, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    answer({ say: 'problem', reading, text: error.text })
  }
}

async function sendRows(reading: number): Promise<void> {
  const source = readings.get(reading)
  if (source === undefined) return
  const rows: SheetRow[] = []
  while (rows.length < BATCH) {
    const next = await source.next()
    if (next.done) {
      readings.delete(reading)
      return answer({ say: 'rows', reading, rows, done: true })
    }
    rows.push(next.value)
  }
  return answer({ say: 'rows', reading, rows, done: false })
}

await telling(null, async () => {
  const file = await openTableFile({ name: data.name, bytes: data.bytes }, data.limits)
  parentPort?.on('message', (question: Question) => {
    const { reading } = question
    if (question.ask === 'begin') readings.set(reading, file.rows(question.sheet))
    if (question.ask !== 'end') return void telling(reading, () => sendRows(reading))
    void readings.get(reading)?.return(undefined)
    readings.delete(reading)
  })
  answer({ say: 'open', sheets: [...file.sheets], date1904: file.date1904 })
})
