import type { EnterpriseKind } from '@onemap/api/domain/enterprise-kind'

/** What every snapshot carries about itself. */
interface SnapshotMeta {
  readonly version: string
  /** When the server read it, ISO 8601. */
  readonly asOf: string
}

/** A text column with few different values: `values[codes[row]]`. */
export interface TextCodes<Value extends string = string> {
  readonly values: readonly Value[]
  readonly codes: Uint8Array | Uint16Array | Uint32Array
}

/**
 * Only in recorded history: since when each row stood so and until when, interleaved first day and day after the last,
 * days since 1970-01-01 in China. A thing has one row for each way it stood.
 */
export type DaySpans = Int32Array

/** Regulated enterprises, one row each, in the server's order. */
export interface EnterpriseColumns extends SnapshotMeta {
  readonly length: number
  /** Interleaved lon, lat: 2 × length, WGS 84 degrees. */
  readonly positions: Float64Array
  readonly ids: readonly string[]
  readonly names: readonly string[]
  /** Lower-case pinyin initials. */
  readonly initials: readonly string[]
  readonly creditCodes: readonly string[]
  /** Name, initials and credit code in lower case, one text a row: what a search looks in. */
  readonly searchTexts: readonly string[]
  readonly kind: TextCodes<EnterpriseKind>
  /** 1–4, 0 = not assessed. */
  readonly level: Uint8Array
  /** Town codes. */
  readonly town: TextCodes
  /** Grid ids. */
  readonly grid: TextCodes
  /** GB/T 4754 classes; '' where none is registered. */
  readonly industry: TextCodes
  /** What a class is called, by its code. */
  readonly industryNames: ReadonlyMap<string, string>
  /** `enterprise row << 8 | category`, see filter-key.ts. */
  readonly keys: Uint32Array
  /** Row of an enterprise id. */
  readonly rowOf: ReadonlyMap<string, number>
}

/** Risk points in drawing order: the safest first, so that the worst is drawn on top. */
export interface RiskPointColumns extends SnapshotMeta {
  readonly length: number
  readonly positions: Float64Array
  /** 序号 within its enterprise. */
  readonly no: Uint16Array
  /** `enterprise row << 8 | level and accident type`, see filter-key.ts. */
  readonly keys: Uint32Array
  readonly days?: DaySpans
}

/** Hazards in the server's order. */
export interface HazardColumns extends SnapshotMeta {
  readonly length: number
  readonly positions: Float64Array
  /** 16 bytes a row. */
  readonly ids: Uint8Array
  readonly no: Uint32Array
  /** `enterprise row << 8 | status, grade and overdue`, see filter-key.ts. */
  readonly keys: Uint32Array
  /** Days since 1970-01-01, -1 = none. */
  readonly deadline: Int32Array
  readonly reportedOn: Int32Array
  /** The day on which overdue was decided, days since 1970-01-01 in China. */
  readonly today: number
  readonly days?: DaySpans
}

/** A past day, and the recording it is read from: the same object for all its days. */
interface PastDay {
  /** Days since 1970-01-01 in China; things are shown as they stood at its end. */
  readonly day: number
  readonly recording: object
}

/** The three snapshots; null until the first answer. */
export interface MapSnapshots {
  readonly enterprises: EnterpriseColumns | null
  readonly riskPoints: RiskPointColumns | null
  readonly hazards: HazardColumns | null
  /** Set where they are recorded history: only rows whose days hold this one count and are drawn. */
  readonly past?: PastDay
}
