import type { ArrowColumn } from './arrow.ts'
import type { CopyRow } from './copy-rows.ts'

/** Takes the rows of a layer one after the other and makes columns of them. */
export interface LayerReader {
  read(row: CopyRow): void
  columns(): { readonly length: number; readonly columns: readonly ArrowColumn[] }
}

/** A layer of the map as the server knows it: what to copy out of the database and how to read it. */
export interface Layer {
  /** Name in `layer_versions` and in the address. */
  readonly name: 'enterprises' | 'risk-points' | 'hazards'
  /** SELECT without parameters. Its columns are those whose change raises the layer's version. */
  readonly query: string
  /** @param now when the snapshot is made */
  readonly reader: () => LayerReader
}
