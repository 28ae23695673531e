import { Worker } from 'node:worker_threads'
import { FileProblem } from '../file-problem.ts'
import type { ReadLimits } from '../limits.ts'
import type { SheetRow } from '../sheet-row.ts'
import type { TableFile } from '../table-file.ts'
import { Answer, type Opened, type Question, type ReaderData } from './messages.ts'

/** Memory of the thread: a file that needs more takes the thread with it, and nothing else. */
const MEGABYTES = 192
const PATIENCE_MS = 60_000

const TOO_MUCH = {
  zh: '文件过大或过于复杂，读取未能完成，请拆分后分别导入',
  en: 'The file is too large or too involved to be read: split it',
}

/**
 * Opens a file that somebody sent, in a thread of its own: unpacking and parsing a large one takes seconds, during which
 * everybody else would wait.
 * @throws FileProblem, also where the thread runs out of memory or time
 */
export async function openTableFileApart(
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<TableFile> {
  const reader = new ApartReader({ name, bytes, limits })
  const { sheets, date1904 } = await reader.opened
  return {
    sheets,
    date1904,
    rows: (sheet) => reader.rows(sheet),
    close: () => reader.close(),
  }
}

interface Waiting {
  readonly resolve: (answer: Extract<Answer, { say: 'rows' }>) => void
  readonly reject: (error: Error) => void
}

class ApartReader {
  readonly opened: Promise<Opened>
  readonly #worker: Worker
  readonly #timer: NodeJS.Timeout
  readonly #waiting = new Map<number, Waiting>()
  #failure: Error | undefined
  #fail: (error: Error) => void = () => undefined
  #readings = 0

  constructor(data: ReaderData) {
    this.#worker = new Worker(new URL('./start.mjs', import.meta.url), {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
    this.opened = new Promise((resolve, reject) => {
      this.#fail = (error) => {
        this.#failure ??= error
        reject(error)
        for (const { reject: refuse } of this.#waiting.values()) refuse(error)
        this.#waiting.clear()
        void this.close()
      }
      this.#worker.on('message', (message) => this.#hear(Answer.parse(message), resolve))
    })
    this.#worker.on('error', (error: Error & { code?: string }) =>
      this.#fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileProblem(TOO_MUCH) : error),
    )
    this.#worker.on('exit', () => {
      if (this.#waiting.size > 0) this.#fail(new FileProblem(TOO_MUCH))
    })
    this.#timer = setTimeout(() => this.#fail(new FileProblem(TOO_MUCH)), PATIENCE_MS).unref()
  }

  async *rows(sheet: number): AsyncGenerator<SheetRow> {
    this.#readings += 1
    const reading = this.#readings
    let question: Question = { ask: 'begin', reading, sheet }
    let done = false
    try {
      while (!done) {
        const batch = await this.#ask(question)
        done = batch.done
        yield* batch.rows
        question = { ask: 'more', reading }
      }
    } finally {
      if (!done) this.#send({ ask: 'end', reading })
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#worker.terminate()
  }

  #send(question: Question): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(question)
  }

  #ask(question: Question): Promise<Extract<Answer, { say: 'rows' }>> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure)
      this.#waiting.set(question.reading, { resolve, reject })
      this.#send(question)
    })
  }

  #hear(answer: Answer, opened: (file: Opened) => void): void {
    if (answer.say === 'open') return opened(answer)
    if (answer.say === 'problem' && answer.reading === null)
      return this.#fail(new FileProblem(answer.text))
    const reading = answer.reading ?? 0
    const waiting = this.#waiting.get(reading)
    this.#waiting.delete(reading)
    if (answer.say === 'problem') waiting?.reject(new FileProblem(answer.text))
    else waiting?.resolve(answer)
  }
}
