import { telemetry } from './telemetry.ts'

export type SnapshotLayer = 'enterprises' | 'risk-points' | 'hazards'

/** Bytes that arrived so far; total is null when the server does not say. */
export interface Progress {
  readonly received: number
  readonly total: number | null
}

/** The bytes of a layer with the tag to revalidate them by. */
export interface SnapshotBytes {
  readonly bytes: Uint8Array
  readonly etag: string | null
}

/** The server answered, but not with a snapshot. */
class SnapshotRequestError extends Error {
  override readonly name = 'SnapshotRequestError'
  readonly status: number
  constructor(layer: SnapshotLayer, status: number) {
    super(`the snapshot of ${layer} could not be fetched (HTTP ${status})`)
    this.status = status
  }
}

interface FetchOptions {
  /** What is already here: sent as If-None-Match. */
  readonly known: SnapshotBytes | null
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
  /** The layer's recorded past instead of how it stands now. */
  readonly past?: boolean
  /** @default globalThis.fetch */
  readonly fetch?: typeof fetch
}

/** Fetches one layer; 'unchanged' when the server confirms what is known. */
export async function fetchSnapshot(
  layer: SnapshotLayer,
  options: FetchOptions,
): Promise<SnapshotBytes | 'unchanged'> {
  const request = options.fetch ?? fetch
  const etag = options.known?.etag ?? null
  telemetry.requests += 1
  const response = await request(`/api/map/${options.past ? 'history/' : ''}${layer}.arrow`, {
    signal: options.signal,
    // With a tag of our own the answer 304 must reach us and not be turned into 200 by the browser's cache.
    ...(etag === null ? {} : { headers: { 'If-None-Match': etag }, cache: 'no-store' as const }),
  })
  if (response.status === 304) return 'unchanged'
  if (!response.ok) throw new SnapshotRequestError(layer, response.status)
  return { bytes: await readAll(response, options.onProgress), etag: response.headers.get('etag') }
}

/** Content-Length counts compressed bytes, so it is a total only when nothing was compressed. */
function totalOf(response: Response): number | null {
  const length = Number(response.headers.get('content-length') ?? Number.NaN)
  return Number.isSafeInteger(length) && !response.headers.has('content-encoding') ? length : null
}

async function readAll(
  response: Response,
  onProgress: (progress: Progress) => void,
): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array(await response.arrayBuffer())
  const total = totalOf(response)
  const parts: Uint8Array[] = []
  let received = 0
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    received += value.byteLength
    onProgress({ received, total })
  }
  const bytes = new Uint8Array(received)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}
