import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { CANAL_TOWN, enterpriseId, GRID, idOf, OFFICE } from '../db/test-fixture-places.ts'
import type { Reader } from '../http/scope.ts'
import { telephonePhoto } from '../http/photo/test-photos.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, visit } from '../test-visitor.ts'
import { createPublicSite } from './site.ts'

const officer = (number: number, position: 'officer' | 'head'): Reader => {
  const id = idOf('c', number)
  return {
    role: 'bureau',
    position,
    barrier: null,
    sessionId: null,
    scope: {
      audience: 'wide',
      officeId: OFFICE.safety,
      userId: id,
      actor: { id, name: `机关人员${number}`, role: 'bureau' },
    },
  }
}
const NOBODY: Reader = {
  role: 'public',
  barrier: null,
  sessionId: null,
  scope: { audience: 'public' },
}

let database: Database
let reader: Reader = NOBODY
let site: ReturnType<typeof createPublicSite>
let api: ReturnType<typeof visit>
let deps: ReturnType<typeof testDeps>
/** Advanced where a form must have been open for a while. */
let clock = new Date('2026-11-23T16:30:00Z')

beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner((tx) =>
    tx.execute(sql`
    UPDATE enterprises SET activity = '生产', duty_phone = '0632-7788990', legal_representative = '法人某', principal = '负责某', safety_officer = '安全某'`),
  )
  deps = testDeps(database)
  const told = { ...deps, now: () => clock }
  site = createPublicSite({ ...told, webRoot: '/nowhere' })
  api = visit(createApp(told, () => reader))
  // The whole district goes out.
  reader = officer(91, 'officer')
  const Batch = z.object({ id: z.uuid(), version: z.int(), status: z.string() })
  const { id, version } = await bodyOf(
    await api.post('/api/disclosure/batches', { kind: 'regular' }),
    Batch,
    201,
  )
  const assessed = await database.asOwner((tx) =>
    queryRows(
      tx,
      z.object({ id: z.uuid() }),
      sql`SELECT id FROM enterprises WHERE risk_level IS NOT NULL`,
    ),
  )
  const filled = await bodyOf(
    await api.send('PATCH', `/api/disclosure/batches/${id}/items`, {
      version,
      items: assessed.map((row) => ({ enterpriseId: row.id, part: 'include' })),
    }),
    Batch,
  )
  const submitted = await bodyOf(
    await api.post(`/api/disclosure/batches/${id}/acts`, {
      act: 'submit',
      version: filled.version,
    }),
    Batch,
  )
  reader = officer(92, 'head')
  await bodyOf(
    await api.post(`/api/disclosure/batches/${id}/acts`, {
      act: 'approve',
      version: submitted.version,
      outsideReason: '首次公布',
    }),
    Batch,
  )
  reader = NOBODY
})
afterAll(() => database.close())

const get = (path: string, headers: Record<string, string> = {}) => site.request(path, { headers })
const text = async (path: string) =>
  (path.startsWith('/api') ? await api.get(path) : await get(path)).text()
const codes = async () =>
  z
    .array(z.tuple([z.string()]).rest(z.unknown()))
    .parse(await (await get('/public/places.json')).json())
    .map(([code]) => code)

/** Everything the public can reach, found by following what the site map and the pages link to. */
async function everyAddress(): Promise<string[]> {
  const seen = new Set<string>()
  const waiting = [
    '/public',
    '/public/en',
    '/sitemap.xml',
    '/robots.txt',
    '/public/feed.atom',
    '/public/places.json',
    '/public/ground.json',
    '/api/public/batches',
    '/api/public/risk-sources',
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const body = await text(next)
    const links = [
      ...body.matchAll(/(?:href="|<loc>)(?:http:\/\/localhost)?(\/(?:public|api\/public)[^"<#]*)/g),
    ].map(([, link]) => (link ?? '').replaceAll('&amp;', '&'))
    waiting.push(...links.filter((link) => !seen.has(link)))
  }
  for (const code of await codes()) seen.add(`/api/public/risk-sources/${code}`)
  return [...seen]
}

describe('what the public can read', () => {
  it('leaks nothing that must stay inside, wherever a reader goes', async () => {
    const Secret = z.object({ secret: z.string() })
    const secrets = await database.asOwner((tx) =>
      queryRows(
        tx,
        Secret,
        sql`
      SELECT DISTINCT secret FROM (
        SELECT id::text AS secret FROM enterprises UNION SELECT id::text FROM risk_points UNION SELECT id::text FROM hazards UNION SELECT id::text FROM grids
        UNION SELECT credit_code FROM enterprises UNION SELECT duty_phone FROM enterprises UNION SELECT legal_representative FROM enterprises
        UNION SELECT principal FROM enterprises UNION SELECT safety_officer FROM enterprises UNION SELECT person FROM responsibilities
        UNION SELECT description FROM hazards UNION SELECT description FROM hazard_sources UNION SELECT content FROM control_measures
        UNION SELECT name FROM risk_points UNION SELECT actor_name FROM hazard_events UNION SELECT '机关人员91' UNION SELECT '机关人员92'
        UNION SELECT to_char(ST_X(geom), 'FM999.000000') FROM enterprises UNION SELECT to_char(ST_Y(geom), 'FM999.000000') FROM enterprises
        UNION SELECT trunc(ST_X(geom)::numeric, 4)::text FROM risk_points UNION SELECT trunc(ST_Y(geom)::numeric, 4)::text FROM risk_points
      ) s WHERE length(secret) > 1 AND secret <> '危险源'`,
      ),
    )
    expect(secrets.length).toBeGreaterThan(60)
    const addresses = await everyAddress()
    expect(addresses.length).toBeGreaterThan(30)
    for (const address of addresses) {
      const body = await text(address)
      // The coarse centre of a cell may by chance begin with the digits of an exact place.
      const told = body
        .replaceAll(/\d+\.\d{3}5\b/g, '')
        // A form's token is drawn at random and may by chance hold the digits of a telephone.
        .replaceAll(/name="token" value="[^"]*"/g, '')
      expect([
        address,
        secrets.filter(({ secret }) => told.includes(secret)).map(({ secret }) => secret),
      ]).toEqual([address, []])
      expect([
        address,
        told
          .match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/gi)
          ?.filter((id) => !body.includes(`value="${id}`)) ?? [],
      ]).toEqual([address, []])
      expect([address, told.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g)]).toEqual([address, null])
    }
  })

  it('says on every page whom to ring at any hour', async () => {
    const pages = (await everyAddress()).filter((address) =>
      /^\/public(?!\/[\w/-]*\.)/.test(address),
    )
    expect(pages.length).toBeGreaterThan(15)
    for (const page of pages) {
      const body = await text(page)
      if (!body.includes('<body>')) continue
      expect([page, body.includes('href="tel:06326611111"')]).toEqual([page, true])
      expect([page, body.includes('href="tel:12350"')]).toEqual([page, true])
    }
    const missing = await (await get('/public/sources/00000000')).text()
    expect(missing).toContain('href="tel:12350"')
  })

  it('gives the same roster as JSON, GeoJSON and a table', async () => {
    const all = await codes()
    const json = z
      .object({ items: z.array(z.object({ code: z.string() })) })
      .parse(await (await api.get('/api/public/risk-sources.json')).json())
    const geo = z
      .object({
        features: z.array(
          z.object({ id: z.string(), geometry: z.object({ type: z.literal('Point') }) }),
        ),
      })
      .parse(await (await api.get('/api/public/risk-sources.geojson')).json())
    const csv = await api.get('/api/public/risk-sources.csv')
    const lines = Buffer.from(await csv.arrayBuffer())
      .toString('utf8')
      .trimEnd()
      .split('\r\n')
    expect(json.items.map(({ code }) => code).sort()).toEqual([...all].sort())
    expect(geo.features.map(({ id }) => id).sort()).toEqual([...all].sort())
    expect(lines[0]).toMatch(/^\uFEFF"公开编号","单位名称"/)
    expect(lines).toHaveLength(all.length + 1)
  })

  it('pages through the roster once each', async () => {
    const Page = z.object({
      items: z.array(z.object({ code: z.string() })),
      nextCursor: z.string().nullable(),
    })
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: z.output<typeof Page> = await bodyOf(
        await api.get(
          `/api/public/risk-sources?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
        ),
        Page,
      )
      seen.push(...page.items.map(({ code }) => code))
      cursor = page.nextCursor
    }
    expect([...seen].sort()).toEqual([...(await codes())].sort())
  })

  it.each(['level=5', 'town=x', 'kind=x', 'limit=0', 'cursor=x', 'page=2'])(
    'refuses ?%s and names it',
    async (query) => {
      const answer = await api.get(`/api/public/risk-sources?${query}`)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ errors: [{ field: query.split('=')[0] }] })
    },
  )

  it('may be kept by anybody until the next edition', async () => {
    for (const path of ['/public', '/public/levels', '/public/feed.atom', '/sitemap.xml']) {
      const first = await get(path)
      expect([path, first.headers.get('Cache-Control')]).toEqual([
        path,
        'public, max-age=60, stale-while-revalidate=86400',
      ])
      expect([
        path,
        (await get(path, { 'If-None-Match': first.headers.get('ETag') ?? '' })).status,
      ]).toEqual([path, 304])
    }
    const list = await api.get('/api/public/risk-sources.json')
    expect(
      (
        await api.send('GET', '/api/public/risk-sources.json', undefined, {
          'If-None-Match': list.headers.get('ETag') ?? '',
        })
      ).status,
    ).toBe(304)
  })

  it('is sent in the encoding the reader takes, with the same content', async () => {
    const plain = await (await get('/public')).text()
    for (const encoding of ['gzip', 'br']) {
      const answer = await get('/public', { 'Accept-Encoding': encoding })
      expect(answer.headers.get('Content-Encoding')).toBe(encoding)
      const bytes = Buffer.from(await answer.arrayBuffer())
      const { gunzipSync, brotliDecompressSync } = await import('node:zlib')
      expect((encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString()).toBe(
        plain,
      )
    }
  })
})

describe('the pages', () => {
  it('find by operator, town, level and place, and keep what was asked', async () => {
    const found = await text('/public?q=甲化工')
    expect(found).toContain('甲化工有限公司')
    expect(found).toContain('value="甲化工"')
    expect(found).not.toContain('戊焚烧发电厂')
    expect(await text(`/public?town=${CANAL_TOWN}`)).not.toContain('戊焚烧发电厂')
    expect(await text('/public?q=没有这样的地方')).toContain('没有符合条件的风险源')
  })

  it('take nonsense in the address for nothing said', async () => {
    expect((await get('/public?page=-3&level=9&town=%27;DROP')).status).toBe(200)
    expect((await get('/public/sources/00000000')).status).toBe(404)
    expect((await get('/public/batches/9999-999')).status).toBe(404)
    expect(await text('/public?q=%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script>alert')
  })

  it('name themselves in both languages for search engines', async () => {
    const [code] = await codes()
    const page = await text(`/public/en/sources/${code}`)
    expect(page).toContain('<html lang="en">')
    expect(page).toContain(
      `<link rel="canonical" href="http://localhost/public/en/sources/${code}"`,
    )
    expect(page).toContain(`hreflang="zh-CN" href="http://localhost/public/sources/${code}"`)
    const data = z
      .object({ '@type': z.literal('Place'), geo: z.object({ '@type': z.literal('GeoCircle') }) })
      .parse(JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''))
    expect(data['@type']).toBe('Place')
    expect(await text('/robots.txt')).toContain('Sitemap: http://localhost/sitemap.xml')
  })
})

describe('a concern', () => {
  const token = async () =>
    /name="token" value="([^"]+)"/.exec(await text('/public/report'))?.[1] ?? ''
  const later = (seconds: number) => {
    clock = new Date(clock.getTime() + seconds * 1000)
  }
  const send = (fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return site.request('/public/report', { method: 'POST', body })
  }
  const waiting = () =>
    database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({
          receipt: z.string(),
          text: z.string(),
          gridId: z.uuid().nullable(),
          photo: z.string().nullable(),
        }),
        sql`
    SELECT receipt, text, grid_id AS "gridId", photo_sha256 AS photo FROM public_concerns ORDER BY received_at`,
      ),
    )

  it('is filed once a form, with its photograph and place, and followed by its receipt', async () => {
    const form = await token()
    later(5)
    const photo = new File([new Uint8Array(await telephonePhoto())], 'x.jpg', {
      type: 'image/jpeg',
    })
    const told = {
      token: form,
      text: '消防通道被堵',
      place: '厂区北门',
      longitude: '117.73',
      latitude: '34.56',
      photo,
    }
    const first = await send(told)
    expect(first.status).toBe(303)
    const at = first.headers.get('Location') ?? ''
    expect(at).toMatch(/^\/public\/report\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\?new=1$/)
    expect((await send(told)).headers.get('Location')).toBe(at)
    const filed = await waiting()
    expect(filed).toHaveLength(1)
    expect(filed[0]?.photo).toMatch(/^[0-9a-f]{64}$/)
    const page = await text(at)
    expect(page).toContain('已经收到')
    expect(page).not.toContain('消防通道被堵')
    expect((await get('/public/report/AAAA-BBBB-CCCC')).status).toBe(404)
  })

  it('comes back with what was typed when something is missing or wrong', async () => {
    const form = await token()
    const quick = await send({ token: form, text: '太快', place: '这里' })
    expect(quick.status).toBe(422)
    expect(await quick.text()).toContain('提交得太快了')
    later(5)
    const empty = await send({ token: form, text: '', place: '某处' })
    expect(empty.status).toBe(422)
    const body = await empty.text()
    expect(body).toContain('请写明看到了什么')
    expect(body).toContain('value="某处"')
    const notPhoto = await send({
      token: form,
      text: '看到',
      place: '某处',
      photo: new File(['<svg onload=alert(1)>'], 'x.jpg', { type: 'image/jpeg' }),
    })
    expect(notPhoto.status).toBe(422)
    expect(await notPhoto.text()).toContain('照片不能用')
    expect((await send({ token: 'forged.1.x', text: '看到', place: '某处' })).status).toBe(422)
    expect(await waiting()).toHaveLength(1)
  })

  it('is taken from nobody who fills in what people do not see, nor from another site', async () => {
    const form = await token()
    later(5)
    expect(
      (
        await send({ token: form, text: 'spam', place: 'spam', website: 'http://spam' })
      ).headers.get('Location'),
    ).toBe('/public/report')
    const body = new FormData()
    body.set('token', form)
    expect(
      (
        await site.request('/public/report', {
          method: 'POST',
          body,
          headers: { Origin: 'https://elsewhere.example' },
        })
      ).status,
    ).not.toBe(303)
    expect(await waiting()).toHaveLength(1)
  })

  it('has an end for one device within an hour, and not for its neighbours', async () => {
    const browser = async () => {
      const page = await site.request('/public/report')
      return { Cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' }
    }
    const report = async (from: Readonly<Record<string, string>>) => {
      const form = await token()
      later(5)
      const body = new FormData()
      for (const [name, value] of Object.entries({ token: form, text: '冒烟', place: '某处' }))
        body.set(name, value)
      return site.request('/public/report', { method: 'POST', body, headers: from })
    }
    const one = await browser()
    const other = await browser()
    for (let time = 0; time < 6; time++) expect((await report(one)).status).toBe(303)
    const refused = await report(one)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(3500)
    const page = await refused.text()
    expect(page).toMatch(/提交得太频繁，请在 \d\d:\d\d 以后再试/)
    expect(page).toContain('冒烟')
    expect((await report(other)).status).toBe(303)
    later(3600)
    expect((await report(one)).status).toBe(303)
  })

  it('is settled once, by who may, and the reporter reads the answer', async () => {
    const Concern = z.object({
      id: z.uuid(),
      status: z.string(),
      receipt: z.string(),
      text: z.string(),
      hasPhoto: z.boolean(),
    })
    reader = {
      ...officer(93, 'officer'),
      role: 'grid',
      scope: {
        audience: 'grid',
        gridIds: [GRID.plant],
        userId: idOf('c', 93),
        actor: { id: idOf('c', 93), name: '网格某', role: 'grid' },
      },
    }
    expect(
      (await bodyOf(await api.get('/api/concerns'), z.object({ items: z.array(Concern) }))).items,
    ).toEqual([])
    reader = officer(91, 'officer')
    const { items } = await bodyOf(
      await api.get('/api/concerns?status=received'),
      z.object({ items: z.array(Concern) }),
    )
    const [first, second] = items
    expect(first).toMatchObject({ text: '消防通道被堵', hasPhoto: true })
    expect((await api.get(`/api/concerns/${first?.id}/photo`)).headers.get('Content-Type')).toBe(
      'image/jpeg',
    )
    const accept = { act: 'accept', enterpriseId: enterpriseId(1), hazardId: idOf('9', 1) }
    expect(
      (await api.post(`/api/concerns/${first?.id}/acts`, { ...accept, hazardId: idOf('9', 999) }))
        .status,
    ).toBe(404)
    await bodyOf(await api.post(`/api/concerns/${first?.id}/acts`, accept), Concern)
    expect(
      (await api.post(`/api/concerns/${first?.id}/acts`, { act: 'decline', reply: '不受理' }))
        .status,
    ).toBe(409)
    expect((await api.post(`/api/concerns/${second?.id}/acts`, { act: 'decline' })).status).toBe(
      400,
    )
    await bodyOf(
      await api.post(`/api/concerns/${second?.id}/acts`, {
        act: 'decline',
        reply: '不属于安全风险事项',
      }),
      Concern,
    )
    reader = NOBODY
    expect(await text(`/public/report/${second?.receipt}`)).toContain('不属于安全风险事项')
    const followed = await text(
      `/public/report/${first?.receipt.toLowerCase().replaceAll('-', '')}`,
    )
    expect(followed).toContain('已受理')
    expect(followed).not.toContain(idOf('9', 1))
  })
})
