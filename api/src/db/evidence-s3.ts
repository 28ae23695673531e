import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { EVIDENCE_FILE, evidencePath } from './evidence-path.ts'
import type { EvidenceStore } from './evidence-store.ts'

/** A bucket of S3-compatible storage. */
export interface S3Options {
  /** Such as `https://s3.example.gov.cn`. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** `path`: endpoint/bucket/key, as MinIO and Ceph have it; `host`: bucket.endpoint/key, as public clouds do. */
  readonly addressing: 'path' | 'host'
}

/** The storage did not do what it was asked. */
export class EvidenceStorageError extends Error {
  override readonly name = 'EvidenceStorageError'
}

const FOLDER = 'evidence/'
const PATIENCE_MS = 30_000

/** Keeps evidence in a bucket, under `evidence/`, by content hash. A PUT is all or nothing. */
export function s3EvidenceStore(options: S3Options): EvidenceStore {
  const client = new AwsClient({ ...options, service: 's3', retries: 3 })
  const bucket = addressOf(options)
  const objectOf = (name: string) => `${bucket}/${FOLDER}${evidencePath(name)}`

  async function ask(
    url: string,
    init: RequestInit,
    accepted: readonly number[],
  ): Promise<Response> {
    const response = await client.fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    if (accepted.includes(response.status)) return response
    const said = (await response.text()).match(/<Code>([^<]{1,80})<\/Code>/)?.[1] ?? ''
    throw new EvidenceStorageError(
      `${init.method ?? 'GET'} of evidence in the bucket ${options.bucket}: ${response.status} ${said}`,
    )
  }

  return {
    async put(name, bytes) {
      // The storage compares what arrives with this digest.
      const digest = createHash('sha256').update(bytes).digest('hex')
      await ask(
        objectOf(name),
        { method: 'PUT', body: new Uint8Array(bytes), headers: { 'X-Amz-Content-Sha256': digest } },
        [200],
      )
    },
    async get(name) {
      const response = await ask(objectOf(name), {}, [200, 404])
      if (response.status === 404 || response.body === null) {
        await response.body?.cancel()
        return undefined
      }
      return { bytes: Number(response.headers.get('content-length')), body: response.body }
    },
    has: async (name) => (await ask(objectOf(name), { method: 'HEAD' }, [200, 404])).status === 200,
    remove: async (name) => {
      await ask(objectOf(name), { method: 'DELETE' }, [200, 204, 404])
    },
    async *olderThan(moment) {
      let next: string | undefined
      do {
        const query = new URLSearchParams({
          'list-type': '2',
          prefix: FOLDER,
          ...(next === undefined ? {} : { 'continuation-token': next }),
        })
        const page = await (await ask(`${bucket}/?${query}`, {}, [200])).text()
        for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = textOf(entry, 'Key')?.split('/').at(-1)
          const storedAt = new Date(textOf(entry, 'LastModified') ?? '')
          if (name !== undefined && EVIDENCE_FILE.test(name) && storedAt < moment) yield name
        }
        next = textOf(page, 'NextContinuationToken')
      } while (next !== undefined)
    },
  }
}

function addressOf({ endpoint, bucket, addressing }: S3Options): string {
  const url = new URL(endpoint)
  if (addressing === 'host') url.hostname = `${bucket}.${url.hostname}`
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/${bucket}`
  return url.href.replace(/\/$/, '')
}

/** Names and times in a listing need no more of XML than this. */
function textOf(xml: string, tag: string): string | undefined {
  return xml.match(new RegExp(`<${tag}>([^<]*)</${tag}>`))?.[1]?.replaceAll('&amp;', '&')
}
