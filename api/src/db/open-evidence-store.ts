import { diskEvidenceStore } from './evidence-disk.ts'
import { s3EvidenceStore, type S3Options } from './evidence-s3.ts'
import type { EvidenceStore } from './evidence-store.ts'

interface EvidenceStoreOptions {
  readonly dataDir: string
  /** Absent: on disk, in `dataDir`. */
  readonly evidenceStorage: S3Options | undefined
}

/** Opens the storage that the configuration names. */
export function openEvidenceStore({
  dataDir,
  evidenceStorage,
}: EvidenceStoreOptions): EvidenceStore {
  return evidenceStorage === undefined
    ? diskEvidenceStore(`${dataDir}/evidence`)
    : s3EvidenceStore(evidenceStorage)
}
