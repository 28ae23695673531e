/** A file on its way out. */
export interface StoredFile {
  readonly bytes: number
  readonly body: ReadableStream<Uint8Array>
}

/** Where the bytes of evidence lie: on disk or in S3-compatible storage. Nothing in it is ever changed. */
export interface EvidenceStore {
  /** Stores a file. Durable when it resolves; nothing is there under the name before. A file that is there already is as good as new. */
  put(name: EvidenceFileName, bytes: Uint8Array): Promise<void>
  /** Undefined where there is none of that name. */
  get(name: EvidenceFileName): Promise<StoredFile | undefined>
  has(name: EvidenceFileName): Promise<boolean>
  remove(name: EvidenceFileName): Promise<void>
  /** Every file whose time is before `moment`. Left-overs of broken uploads are cleared away on the way. */
  olderThan(moment: Date): AsyncIterable<EvidenceFileName>
}

/** `<sha256>` for what was handed in, `<sha256>.thumbnail` for its small picture. */
export type EvidenceFileName = string

/** Name of the small picture of a photograph. */
export function thumbnailOf(sha256: string): EvidenceFileName {
  return `${sha256}.thumbnail`
}

/** The digest that a file's name begins with. */
export function digestOf(name: EvidenceFileName): string {
  return name.slice(0, 64)
}
