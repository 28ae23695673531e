import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { Evidence } from '../db/evidence.ts'
import { removeUnused, sweepEvidence, sweepReport } from '../db/evidence-sweep.ts'
import { queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { memoryEvidenceStore } from '../db/test-evidence-store.ts'
import { plantAccounts } from '../db/test-fixture-accounts.ts'
import { enterpriseId, idOf, NOW } from '../db/test-fixture-places.ts'
import { LONGEST_AWAY_MS } from '../domain/device-away.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'
import {
  drawn,
  grainy,
  heicPhoto,
  hugePng,
  PDF,
  telephonePhoto,
} from '../http/photo/test-photos.ts'

let database: Database
let api: ReturnType<typeof createApp>
const store = memoryEvidenceStore()
const visitors = new Map<string, Visitor>()
const failures: Error[] = []

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  api = createApp({
    ...testDeps(database),
    now: () => new Date(),
    evidence: store,
    log: (_what, error) => failures.push(error),
  })
  for (const name of ['ent01', 'ent02', 'grid01', 'bureau', 'leader', 'admin'] as const) {
    const visitor = visit(api)
    await visitor.signIn(name)
    visitors.set(name, visitor)
  }
})
afterAll(async () => {
  vi.useRealTimers()
  await database.close()
})
beforeEach(() => {
  // Uploads are counted by the minute.
  vi.setSystemTime(Date.now() + 61_000)
})

const Kept = z.object({ id: z.uuid() })
const rowsOf = () =>
  database.asOwner((tx) => queryRows(tx, Kept, sql`SELECT id FROM evidence ORDER BY id`))

function by(name: string): Visitor {
  const visitor = visitors.get(name)
  if (visitor === undefined) throw new Error(`nobody visits as ${name}`)
  return visitor
}

interface Sending {
  readonly to?: number
  readonly name?: string
  readonly type?: string
  readonly fields?: Readonly<Record<string, string>>
}

async function send(
  who: string,
  bytes: Buffer | undefined,
  { to = 1, name = 'a.jpg', type = 'image/jpeg', fields = {} }: Sending = {},
): Promise<Response> {
  const form = new FormData()
  if (bytes !== undefined) form.append('file', new File([new Uint8Array(bytes)], name, { type }))
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  const cookies = visitors.get(who)?.cookies ?? new Map<string, string>()
  return api.request(`/api/enterprises/${enterpriseId(to)}/evidence`, {
    method: 'POST',
    body: form,
    headers: { Host: 'localhost', Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
  })
}

const addressOf = (evidence: z.output<typeof Evidence>, part = '') =>
  `/api/enterprises/${evidence.enterpriseId}/evidence/${evidence.id}${part}`

describe('handing in', () => {
  it('a photograph of a telephone keeps its place and time, not its metadata', async () => {
    const response = await send('ent01', await telephonePhoto(), { name: '配电箱.JPG' })
    const evidence = await bodyOf(response, Evidence, 201)
    expect(response.headers.get('location')).toBe(addressOf(evidence))
    expect(evidence).toMatchObject({
      enterpriseId: enterpriseId(1),
      kind: 'photo',
      mime: 'image/jpeg',
      width: 240,
      height: 320,
      name: '配电箱.jpg',
      location: { type: 'Point', coordinates: [117.73, 34.56] },
      takenAt: '2026-11-20T09:30:00+08:00',
      uploadedByName: '企业甲',
    })
    expect(await bodyOf(await by('ent01').get(addressOf(evidence)), Evidence)).toEqual(evidence)

    const content = await by('ent01').get(addressOf(evidence, '/content'))
    expect(Object.fromEntries(content.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(evidence.bytes),
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition':
        'inline; filename="evidence.jpg"; filename*=UTF-8\'\'%E9%85%8D%E7%94%B5%E7%AE%B1.jpg',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    })
    expect(content.headers.get('vary')).toContain('Cookie')
    const bytes = Buffer.from(await content.arrayBuffer())
    expect(bytes.length).toBe(evidence.bytes)
    expect([(await sharp(bytes).metadata()).exif, bytes.includes('SecretMaker')]).toEqual([
      undefined,
      false,
    ])

    const small = await by('ent01').get(addressOf(evidence, '/thumbnail'))
    expect(small.headers.get('content-type')).toBe('image/webp')
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).height).toBe(320)
  })

  it('takes what the sender says before what the photograph says', async () => {
    const fields = { longitude: '117.7', latitude: '34.5', takenAt: '2026-11-22T08:00:00Z' }
    const evidence = await bodyOf(
      await send('ent01', await telephonePhoto(), { fields }),
      Evidence,
      201,
    )
    expect(evidence).toMatchObject({
      location: { coordinates: [117.7, 34.5] },
      takenAt: '2026-11-22T16:00:00+08:00',
    })
  })

  it('takes PNG, WebP, HEIC and PDF, whatever they are called', async () => {
    for (const [bytes, mime, name] of [
      [await drawn(30, 20).png().toBuffer(), 'image/png', 'a.png'],
      [await drawn(30, 20).webp().toBuffer(), 'image/webp', 'a.webp'],
      [await heicPhoto(), 'image/jpeg', 'a.jpg'],
      [PDF, 'application/pdf', 'a.pdf'],
    ] as const) {
      const evidence = await bodyOf(
        await send('ent01', bytes, { name: 'a.exe', type: 'text/html' }),
        Evidence,
        201,
      )
      expect(evidence).toMatchObject({
        mime,
        name,
        kind: mime === 'application/pdf' ? 'document' : 'photo',
      })
      const content = await by('ent01').get(addressOf(evidence, '/content'))
      expect(content.headers.get('content-disposition')).toMatch(
        mime === 'application/pdf' ? /^attachment/ : /^inline/,
      )
      if (mime === 'application/pdf')
        await problemOf(await by('ent01').get(addressOf(evidence, '/thumbnail')), 404)
    }
  })

  it('takes a photograph that lost its last bytes, and says so on record', async () => {
    const whole = await grainy().jpeg().toBuffer()
    const cut = await bodyOf(await send('ent01', whole.subarray(0, -2)), Evidence, 201)
    expect(cut).toMatchObject({ width: 900, height: 600, incomplete: true, takenAt: null })
    expect(await bodyOf(await by('ent01').get(addressOf(cut)), Evidence)).toEqual(cut)
    expect(await bodyOf(await send('ent01', whole), Evidence, 201)).toMatchObject({
      incomplete: false,
    })
  })

  it('takes a PDF with a mark and blank lines before it and padding behind', async () => {
    const padded = Buffer.concat([Buffer.from('\ufeff\r\n'), PDF, Buffer.alloc(4096)])
    const evidence = await bodyOf(await send('ent01', padded), Evidence, 201)
    expect(evidence).toMatchObject({ mime: 'application/pdf', bytes: padded.length })
  })

  it('does it exactly once, also when two arrive together', async () => {
    const id = '7b1c6c1e-1111-4222-8333-444455556666'
    const photo = await drawn(50, 50).jpeg().toBuffer()
    const answers = await Promise.all([1, 2, 3].map(() => send('ent01', photo, { fields: { id } })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    const records = await Promise.all(
      answers.map((answer) => bodyOf(answer, Evidence, answer.status)),
    )
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(1)
    expect(
      await problemOf(
        await send('ent01', await drawn(51, 50).jpeg().toBuffer(), { fields: { id } }),
        409,
      ),
    ).toBe('evidence-id-taken')
    expect(await bodyOf(await send('ent01', photo, { fields: { id } }), Evidence, 200)).toEqual(
      records[0],
    )
    // Another enterprise may have the same id.
    await bodyOf(await send('ent02', photo, { to: 3, fields: { id } }), Evidence, 201)
  })
})

describe('refuses', () => {
  it('what it does not take, and leaves nothing', async () => {
    const whole = await grainy().jpeg().toBuffer()
    const zeroed = Buffer.concat([
      whole.subarray(0, whole.length / 2),
      Buffer.alloc(whole.length / 2),
    ])
    const before = { rows: await rowsOf(), files: store.files.size }
    for (const [bytes, status, code] of [
      [Buffer.from('just a text'), 415, 'evidence-type'],
      [
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
        415,
        'evidence-type',
      ],
      [Buffer.from('<html><script>1</script></html>'), 415, 'evidence-type'],
      [await drawn(8, 8).gif().toBuffer(), 415, 'evidence-type'],
      [whole.subarray(0, whole.length / 2), 422, 'evidence-broken'],
      [zeroed, 422, 'evidence-broken'],
      [Buffer.concat([whole.subarray(0, 4), Buffer.alloc(500, 7)]), 422, 'evidence-broken'],
      [hugePng(30_000), 422, 'evidence-dimensions'],
      [hugePng(17_000, { interlaced: true }), 422, 'evidence-dimensions'],
      [PDF.subarray(0, 50), 422, 'evidence-broken'],
      [Buffer.alloc(0), 422, 'evidence-empty'],
    ] as const)
      expect([code, await problemOf(await send('ent01', bytes), status)]).toEqual([code, code])
    expect({ rows: await rowsOf(), files: store.files.size }).toEqual(before)
  })

  it('a file that is too large, before reading it', async () => {
    expect(await problemOf(await send('ent01', Buffer.alloc(20 * 1024 * 1024 + 1, 1)), 413)).toBe(
      'evidence-too-large',
    )
    expect(await problemOf(await send('ent01', Buffer.alloc(21 * 1024 * 1024, 1)), 413)).toBe(
      'evidence-too-large',
    )
    // Of somebody who may not send at all, not a byte is read.
    expect(await problemOf(await send('nobody', Buffer.alloc(21 * 1024 * 1024, 1)), 401)).toBe(
      'not-signed-in',
    )
    // Other operations take no more than before.
    const large = await api.request(`/api/enterprises/${enterpriseId(1)}/evidence/x`, {
      method: 'POST',
      body: 'x'.repeat(2 * 1024 * 1024),
      headers: { 'Content-Length': String(2 * 1024 * 1024) },
    })
    expect(await problemOf(large, 413)).toBe('body-too-large')
  })

  it('forms that are not of the promised shape', async () => {
    const photo = await drawn(20, 20).jpeg().toBuffer()
    expect(await problemOf(await send('ent01', undefined), 400)).toBe('bad-request')
    expect(await problemOf(await send('ent01', undefined, { fields: { file: 'text' } }), 400)).toBe(
      'bad-request',
    )
    for (const fields of [
      { longitude: '117.7' },
      { longitude: '200', latitude: '34' },
      { takenAt: 'yesterday' },
      { takenAt: '0000-01-01T00:00:00Z' },
      { takenAt: '2026-11-20T09:30:00+23:59' },
      { id: 'x' },
      { colour: 'red' },
    ] satisfies Record<string, string>[]) {
      expect(await problemOf(await send('ent01', photo, { fields }), 400)).toBe('bad-request')
    }
    const json = await by('ent01').post(`/api/enterprises/${enterpriseId(1)}/evidence`, {
      file: 'x',
    })
    expect(json.status).toBe(415)
  })

  it('whom it is not for', async () => {
    const photo = await drawn(20, 20).jpeg().toBuffer()
    await problemOf(await send('leader', photo), 403)
    await problemOf(await send('admin', photo), 403)
    await problemOf(await send('ent01', photo, { to: 3 }), 404)
    await problemOf(await send('grid01', photo, { to: 1 }), 404)
    expect(await problemOf(await send('bureau', photo, { to: 5 }), 403)).toBe('other-office')
    await bodyOf(await send('grid01', photo, { to: 3 }), Evidence, 201)
    await bodyOf(await send('bureau', photo, { to: 1 }), Evidence, 201)
  })

  it('more than a telephone takes in a minute', async () => {
    const answers = []
    for (let sent = 0; sent < 61; sent += 1)
      answers.push((await send('ent02', Buffer.from('x'), { to: 3 })).status)
    expect([answers.at(0), answers.at(-2), answers.at(-1)]).toEqual([415, 415, 429])
  })
})

describe('another scope', () => {
  it('finds neither record nor bytes', async () => {
    const evidence = await bodyOf(
      await send('ent01', await drawn(33, 33).jpeg().toBuffer()),
      Evidence,
      201,
    )
    for (const part of ['', '/content', '/thumbnail']) {
      const addresses = [
        addressOf(evidence, part),
        addressOf({ ...evidence, enterpriseId: enterpriseId(3) }, part),
      ]
      for (const address of addresses) {
        expect((await by('ent02').get(address)).status).toBe(404)
        expect((await by('grid01').get(address)).status).toBe(404)
        expect((await by('admin').get(address)).status).toBe(403)
        expect((await visit(api).get(address)).status).toBe(401)
      }
      for (const reader of ['ent01', 'bureau', 'leader'])
        expect((await by(reader).get(addressOf(evidence, part))).status).toBe(200)
    }
  })

  it('cannot be told by the answer whether there is anything', async () => {
    const there = await by('ent02').get(
      `/api/enterprises/${enterpriseId(1)}/evidence/${idOf('e5', 1)}`,
    )
    const nowhere = await by('ent02').get(
      `/api/enterprises/${enterpriseId(1)}/evidence/${idOf('e5', 99)}`,
    )
    const told = async (response: Response) =>
      (await response.text()).replaceAll(/00000000-0000-4000-8000-e5\d{10}/g, '')
    expect(await told(there)).toBe(await told(nowhere))
  })
})

describe('storage', () => {
  it('that fails leaves no record, and what was half stored goes', async () => {
    const before = { rows: await rowsOf(), files: [...store.files.keys()] }
    const put = vi
      .spyOn(store, 'put')
      .mockImplementationOnce(async (name, bytes) => {
        store.files.set(name, bytes)
      })
      .mockRejectedValueOnce(new Error('disk full'))
    expect((await send('ent01', await drawn(77, 77).jpeg().toBuffer())).status).toBe(500)
    put.mockRestore()
    expect(failures.splice(0).map(({ message }) => message)).toEqual(['disk full'])
    expect({ rows: await rowsOf(), files: [...store.files.keys()] }).toEqual(before)
  })

  it('keeps the same bytes once, and as long as one record names them', async () => {
    const photo = await drawn(88, 88).jpeg().toBuffer()
    const first = await bodyOf(await send('ent01', photo), Evidence, 201)
    const files = store.files.size
    await bodyOf(await send('ent02', photo, { to: 3 }), Evidence, 201)
    expect(store.files.size).toBe(files)
    expect(await removeUnused(database, store, [...store.files.keys()])).toBe(0)
    expect((await by('ent01').get(addressOf(first, '/content'))).status).toBe(200)
  })

  it('puts back what was cleared away while a record was being written', async () => {
    const photo = await drawn(99, 99).jpeg().toBuffer()
    vi.spyOn(store, 'has').mockImplementationOnce(async () => {
      const last = [...store.files.keys()].slice(-2)
      for (const name of last) store.files.delete(name)
      return false
    })
    const evidence = await bodyOf(await send('ent01', photo), Evidence, 201)
    expect((await by('ent01').get(addressOf(evidence, '/content'))).status).toBe(200)
  })

  it('was taken by the server’s clock, and by none that was never set', async () => {
    const before = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()
    const takenAt = async (
      fields: Record<string, string>,
      side: number,
    ): Promise<number | null> => {
      const { takenAt } = await bodyOf(
        await send('ent01', await drawn(side, side).jpeg().toBuffer(), { fields }),
        Evidence,
        201,
      )
      return takenAt === null ? null : (Date.parse(takenAt) - Date.now()) / 3_600_000
    }
    expect(await takenAt({ takenAt: before(3), sentAt: before(0) }, 51)).toBe(-3)
    expect(await takenAt({ takenAt: before(9003), sentAt: before(9000) }, 52)).toBe(-3)
    expect(await takenAt({ takenAt: '1970-01-01T00:00:00Z' }, 53)).toBeNull()
    expect(await takenAt({ takenAt: before(9000), sentAt: before(0) }, 54)).toBeNull()
  })

  it('is swept of what nobody has used for a fortnight, on record and in the log as the product’s own act', async () => {
    const kept = await bodyOf(
      await send('ent01', await drawn(44, 44).jpeg().toBuffer()),
      Evidence,
      201,
    )
    const old = await bodyOf(
      await send('ent01', await drawn(45, 45).jpeg().toBuffer()),
      Evidence,
      201,
    )
    const linked = await bodyOf(
      await send('ent01', await drawn(46, 46).jpeg().toBuffer()),
      Evidence,
      201,
    )
    await database.asOwner(async (tx) => {
      await tx.execute(sql`UPDATE evidence SET uploaded_at = now() + interval '10 years'`)
      await tx.execute(
        sql`UPDATE evidence SET uploaded_at = '2020-01-01T00:00:00+08:00' WHERE id IN ${[old.id, linked.id]}`,
      )
      await tx.execute(sql`
        INSERT INTO hazard_event_evidence (enterprise_id, hazard_id, seq, evidence_id, part)
        VALUES (${enterpriseId(1)}, ${idOf('9', 1)}, 1, ${linked.id}, 'evidence')`)
    })
    vi.useRealTimers()
    // A telephone may still bring the report of this one.
    const lately = new Date(Date.now() - LONGEST_AWAY_MS + 3_600_000).toISOString()
    await database.asOwner((tx) =>
      tx.execute(sql`UPDATE evidence SET uploaded_at = ${lately} WHERE id = ${kept.id}`),
    )
    const swept = await sweepEvidence(database, store, new Date())
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    expect(swept).toMatchObject({
      rows: [{ id: old.id, enterpriseId: enterpriseId(1), name: old.name }],
      files: 2,
    })
    expect(sweepReport(swept)).toEqual([
      'swept 1 records of evidence that nothing used for 14 days, and 2 files',
      `swept evidence ${old.id} of enterprise ${enterpriseId(1)}: ${old.name}, uploaded by ${old.uploadedByName} at 2020-01-01T00:00:00+08:00`,
    ])
    const left = (await rowsOf()).map(({ id }) => id)
    expect([left.includes(kept.id), left.includes(linked.id), left.includes(old.id)]).toEqual([
      true,
      true,
      false,
    ])
    const Entry = z.object({ actor_name: z.string(), action: z.string() })
    const [entry] = await database.asOwner((tx) =>
      queryRows(
        tx,
        Entry,
        sql`SELECT actor_name, action FROM audit_log WHERE object_table = 'evidence' ORDER BY seq DESC LIMIT 1`,
      ),
    )
    expect(entry).toEqual({ actor_name: '系统', action: 'delete' })
  })

  it('is never asked to forget what may be about to be used', async () => {
    await expect(
      sweepEvidence(database, store, new Date(Date.now() + 10 * 365 * 24 * 3600 * 1000)),
    ).rejects.toThrow()
  })
})
