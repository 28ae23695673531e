import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { AwsV4Signer } from 'aws4fetch'
import { s3EvidenceStore, type S3Options } from './evidence-s3.ts'

/* A little of S3: signed PUT, GET, HEAD, DELETE and ListObjectsV2 of one bucket, two keys a page. */

const KEYS = { accessKeyId: 'key', secretAccessKey: 'secret' }
const NAMES = ['aaaa', 'bbbb', 'cccc'].map((start) => start + '0'.repeat(60))
const objects = new Map<string, { bytes: Buffer; at: string }>()
const seen: string[] = []
let failures = 0
let server: Server
let options: S3Options

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'Content-Length': body.length })
      response.end(request.method === 'HEAD' ? undefined : body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // @ts-expect-error a listening TCP server has such an address
  const { port }: AddressInfo = server.address()
  options = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'onemap',
    region: 'cn-test',
    addressing: 'path',
    ...KEYS,
  }
})
afterAll(() => server.close())
beforeEach(() => {
  objects.clear()
  seen.length = 0
})

async function answer(request: IncomingMessage): Promise<[number, Buffer]> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const url = new URL(request.url ?? '', options.endpoint)
  seen.push(`${request.method} ${url.pathname}`)
  if (failures > 0)
    return [(failures -= 1) >= 0 ? 503 : 200, Buffer.from('<Error><Code>SlowDown</Code></Error>')]
  if ((await signatureOf(request, url)) !== request.headers.authorization)
    return [403, Buffer.from('<Error><Code>SignatureDoesNotMatch</Code></Error>')]
  const key = url.pathname.replace('/onemap/', '')
  const found = objects.get(key)
  switch (request.method) {
    case 'PUT':
      if (
        createHash('sha256').update(bytes).digest('hex') !== request.headers['x-amz-content-sha256']
      )
        return [400, Buffer.from('<Code>BadDigest</Code>')]
      objects.set(key, { bytes, at: '2026-01-01T00:00:00.000Z' })
      return [200, Buffer.alloc(0)]
    case 'DELETE':
      objects.delete(key)
      return [204, Buffer.alloc(0)]
    default:
      if (url.searchParams.has('list-type')) return [200, page(url.searchParams)]
      return found === undefined ? [404, Buffer.from('<Code>NoSuchKey</Code>')] : [200, found.bytes]
  }
}

/** Signs again what arrived, with the time it carries. */
async function signatureOf(request: IncomingMessage, url: URL): Promise<string> {
  const date = String(request.headers['x-amz-date'])
  const digest = request.headers['x-amz-content-sha256']
  const signer = new AwsV4Signer({
    method: request.method ?? '',
    url: url.href,
    headers: { 'X-Amz-Content-Sha256': String(digest) },
    service: 's3',
    region: 'cn-test',
    datetime: date,
    ...KEYS,
  })
  return (await signer.sign()).headers.get('authorization') ?? ''
}

function page(query: URLSearchParams): Buffer {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
  const from = Number(query.get('continuation-token') ?? 0)
  const rows = keys
    .slice(from, from + 2)
    .map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at}</LastModified></Contents>`,
    )
  const next =
    from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return Buffer.from(
    `<?xml version="1.0"?><ListBucketResult>${rows.join('')}${next}</ListBucketResult>`,
  )
}

it('keeps, gives, and removes objects, every request signed', async () => {
  const store = s3EvidenceStore(options)
  const [name = ''] = NAMES
  expect([await store.get(name), await store.has(name)]).toEqual([undefined, false])
  await store.put(name, Buffer.from('picture'))
  expect([...objects.keys()]).toEqual([`evidence/aa/aa/${name}`])
  const found = await store.get(name)
  expect([found?.bytes, await new Response(found?.body).text(), await store.has(name)]).toEqual([
    7,
    'picture',
    true,
  ])
  await store.remove(name)
  expect(objects.size).toBe(0)
})

it('lists what is old over all pages', async () => {
  const store = s3EvidenceStore(options)
  for (const name of NAMES) await store.put(name, Buffer.from(name))
  objects.set('evidence/readme.txt', { bytes: Buffer.from('x'), at: '2026-01-01T00:00:00.000Z' })
  objects.set(`evidence/cc/cc/${NAMES[2]}`, {
    bytes: Buffer.from('x'),
    at: '2026-03-01T00:00:00.000Z',
  })
  const listed: string[] = []
  for await (const name of store.olderThan(new Date('2026-02-01'))) listed.push(name)
  expect(listed).toEqual(NAMES.slice(0, 2))
})

it('tries again when the storage is busy, and says what it answered when it refuses', async () => {
  const [name = ''] = NAMES
  failures = 2
  await s3EvidenceStore(options).put(name, Buffer.from('x'))
  expect(seen).toHaveLength(3)
  await expect(
    s3EvidenceStore({ ...options, secretAccessKey: 'wrong' }).put(name, Buffer.from('x')),
  ).rejects.toThrow('403 SignatureDoesNotMatch')
})
