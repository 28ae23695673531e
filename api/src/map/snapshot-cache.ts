interface Entry {
  /** What the bytes are a snapshot of, at any version. */
  readonly subject: string
  readonly bytes: Promise<Uint8Array<ArrayBuffer>>
  /** 0 while it is being made. */
  size: number
}

/**
 * Keeps made snapshots by version. Requests for one that is being made wait for it together; a new version
 * drops the old one of its subject, and the least recently used go when all are larger than `maxBytes`.
 */
export class SnapshotCache {
  #entries = new Map<string, Entry>()

  constructor(private readonly maxBytes: number) {}

  /** @param make is called at most once for a subject and version that is kept */
  get(
    subject: string,
    version: string,
    make: () => Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const key = `${subject}@${version}`
    const known = this.#entries.get(key)
    const entry = known ?? { subject, bytes: make(), size: 0 }
    // Map keeps the order of insertion: to use is to move to the end.
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    if (known === undefined) {
      entry.bytes.then(
        (bytes) => this.#keep(key, entry, bytes.byteLength),
        () => this.#entries.delete(key),
      )
    }
    return entry.bytes
  }

  #keep(key: string, entry: Entry, size: number): void {
    entry.size = size
    for (const [otherKey, other] of this.#entries) {
      if (other.subject === entry.subject && otherKey !== key && other.size > 0)
        this.#entries.delete(otherKey)
    }
    let total = [...this.#entries.values()].reduce((sum, one) => sum + one.size, 0)
    for (const [oldest, { size: freed }] of this.#entries) {
      if (total <= this.maxBytes) return
      if (freed > 0 && this.#entries.delete(oldest)) total -= freed
    }
  }
}
