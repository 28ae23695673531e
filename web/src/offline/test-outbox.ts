import { Blob as CloneableBlob } from 'node:buffer'
import { OWN_ANSWER_HEADER } from '@onemap/api/domain/own-answer'
import { offlineDatabase } from './database.ts'
import { entriesOf, hand } from './outbox.ts'
import type { HazardEntry, OutboxEntry, PhotoEntry, VisitEntry } from './outbox-entry.ts'
import { sendOutbox } from './send.ts'

/** Mark of the API's own answers. */
export const OWN = { [OWN_ANSWER_HEADER]: '1' }

/** Entries of one account at one object, and a server that records them, for tests of the outbox. */

/** The page's own blobs of the test environment do not survive the database's cloning; Node's do. */
function bytes(): Blob {
  const made: unknown = new CloneableBlob(['x'], { type: 'image/jpeg' })
  if (!isBlob(made)) throw new Error('a blob is a blob')
  return made
}
const isBlob = (value: unknown): value is Blob => value instanceof CloneableBlob

const frame = (id: string, account = 'me') => ({
  id,
  account,
  enterpriseId: 'e1',
  enterpriseName: '甲厂',
  queuedAt: new Date(0),
  refusal: null,
})
export const photo = (id: string, account = 'me'): PhotoEntry => ({
  ...frame(id, account),
  kind: 'photo',
  name: `${id}.jpg`,
  file: bytes(),
  position: null,
})
export const hazard = (id: string, evidence: string[]): HazardEntry => ({
  ...frame(id),
  kind: 'hazard',
  body: {
    id,
    enterpriseId: 'e1',
    description: '灯不亮',
    location: { type: 'Point', coordinates: [117, 34] },
    evidence,
  },
})
export const visit = (id: string, evidence: string[] = []): VisitEntry => ({
  ...frame(id),
  kind: 'visit',
  body: {
    id,
    startedAt: '',
    finishedAt: '',
    checkIn: 'gps',
    templateVersion: 1,
    answers: [],
    result: 'normal',
    evidence,
  },
})

/** Id of what a request sends. */
function sentId(body: BodyInit | null | undefined): string {
  return body instanceof FormData
    ? String(body.get('id'))
    : String(JSON.parse(String(body ?? '{}')).id)
}

/** A server that knows each id once, and what it was asked, in order. */
export function server({
  who = 'me',
  refuse = {},
  breaks = () => false,
  answers = {},
}: {
  who?: string
  refuse?: Record<string, number>
  breaks?: (id: string) => boolean
  /** What comes back instead, by id; `/api/me` under that name. The record is not made. */
  answers?: Record<string, () => Response>
} = {}) {
  const records: string[] = []
  const asked: string[] = []
  const answer: typeof fetch = async (address, init) => {
    if (address === '/api/me') {
      const instead = answers['/api/me']
      if (instead !== undefined) return instead()
      return who === ''
        ? Response.json({}, { status: 401, headers: OWN })
        : Response.json({ id: who })
    }
    const id = sentId(init?.body)
    asked.push(id)
    const instead = answers[id]
    if (instead !== undefined) return instead()
    const status = refuse[id]
    if (status !== undefined)
      return Response.json(
        { type: 'urn:onemap:problem:patrol-guard', title: '不行', detail: '时间不对' },
        { status, headers: OWN },
      )
    const known = records.includes(id)
    if (!known) records.push(id)
    if (breaks(id)) throw new TypeError('the answer was lost')
    return Response.json({ id }, { status: known ? 200 : 201 })
  }
  return {
    records,
    asked,
    send: (impatient = false) => sendOutbox({ fetch: answer, language: 'zh-CN', impatient }),
  }
}

export const left = async (account = 'me'): Promise<string[]> =>
  (await entriesOf(account)).map(({ id }) => id)

export const handOver = (...entries: OutboxEntry[]): Promise<void> =>
  hand(entries, { account: 'me', enterpriseId: 'e1' })

export async function emptyDatabase(): Promise<void> {
  const database = await offlineDatabase()
  for (const store of ['outbox', 'drafts', 'reports', 'arrivals'] as const)
    await database.clear(store)
}
