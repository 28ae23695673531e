import type { Datum } from '@onemap/api/domain/datum'
import type { LayerName } from '../layers.ts'
import type { Incoming } from '../store/stage.ts'
import { readCode } from './code-value.ts'
import { CoordinateReader } from './coordinates.ts'
import { referenceOf, type Reference } from './crs.ts'
import { decodeText } from './decode-text.ts'
import { fieldsTold, findField } from './fields.ts'
import { ofFeature, type Finding } from './finding.ts'
import { joinParts } from './join-parts.ts'
import { readName } from './name-value.ts'
import { parseJson } from './parse-json.ts'
import { isObject, readShape } from './shape.ts'

/** How a file is to be read. */
export interface ReadingOptions {
  /** What its coordinates were measured in. */
  readonly datum: Datum
  /** EPSG code of its coordinates, where the file names none. */
  readonly crs?: number | undefined
  /** Fields that hold codes and names, where they are none of `FIELD_NAMES`. */
  readonly codeField?: string | undefined
  readonly nameField?: string | undefined
}

/** What a file holds. */
export interface Reading {
  /** How many features the file has. */
  readonly rows: number
  /** In WGS 84. Empty where the file as a whole could not be read. */
  readonly features: readonly Incoming[]
  /** Any of them refuses the file. */
  readonly problems: readonly Finding[]
  /** What was done to understand it. */
  readonly notes: readonly Finding[]
}

const NOTHING = { rows: 0, features: [] }

/** Reads a GeoJSON file of a layer, or says place by place what is wrong with it. */
export function readLayerFile(
  layer: LayerName,
  bytes: Uint8Array,
  options: ReadingOptions,
): Reading {
  const { text, ...decoded } = decodeText(bytes)
  if (decoded.problems.length > 0) return { ...decoded, ...NOTHING }
  const parsed = parseJson(text)
  if ('problem' in parsed) return { ...NOTHING, problems: [parsed.problem], notes: decoded.notes }
  const rows = featuresOf(parsed.value)
  if ('problem' in rows) return { ...NOTHING, problems: [rows.problem], notes: decoded.notes }
  const reference = referenceOf(parsed.value, options.datum, options.crs)
  const read = readFeatures(layer, rows.features, reference, options)
  return { ...read, notes: [...decoded.notes, ...reference.notes, ...read.notes] }
}

/** The features of a collection; a bare feature is a collection of one. */
function featuresOf(file: unknown): { features: unknown[] } | { problem: Finding } {
  if (isObject(file) && file['type'] === 'Feature') return { features: [file] }
  if (!isObject(file) || file['type'] !== 'FeatureCollection' || !Array.isArray(file['features']))
    return {
      problem: {
        zh: '文件应为 GeoJSON 的 FeatureCollection 或 Feature',
        en: 'The file must be a GeoJSON FeatureCollection or Feature',
      },
    }
  return file['features'].length === 0
    ? { problem: { zh: '文件里没有任何要素', en: 'The file has no features' } }
    : { features: file['features'] }
}

function readFeatures(
  layer: LayerName,
  rows: readonly unknown[],
  reference: Reference,
  { codeField, nameField }: ReadingOptions,
): Reading {
  const coded = layer !== 'canal'
  const fields = [...new Set(rows.flatMap((row) => Object.keys(propertiesOf(row))))]
  const code = coded ? findField('code', fields, codeField) : { field: undefined, findings: [] }
  const name = findField('name', fields, nameField)
  const unread = [...reference.problems, ...code.findings, ...name.findings]
  if (unread.length > 0) return { rows: rows.length, features: [], problems: unread, notes: [] }
  const read = rows.map((row, index) =>
    readFeature(row, { layer, no: index + 1, code: code.field, name: name.field, reference }),
  )
  const joined = joinParts(read.flatMap(({ feature }) => feature ?? []))
  return {
    rows: rows.length,
    features: joined.features,
    problems: [...read.flatMap(({ problems }) => problems), ...joined.problems],
    notes: [...fieldsTold(code.field, name.field), ...cutCodes(read), ...joined.notes],
  }
}

const propertiesOf = (row: unknown): Record<string, unknown> =>
  isObject(row) && isObject(row['properties']) ? row['properties'] : {}

interface Row {
  readonly layer: LayerName
  readonly no: number
  /** Fields of the properties. */
  readonly code: string | undefined
  readonly name: string | undefined
  readonly reference: Reference
}

interface FeatureRead {
  readonly feature: Incoming | undefined
  readonly problems: readonly Finding[]
  /** The code as it was, where only its beginning is used. */
  readonly cut?: { readonly from: unknown; readonly to: string }
}

function readFeature(row: unknown, { layer, no, code, name, reference }: Row): FeatureRead {
  if (!isObject(row) || row['type'] !== 'Feature')
    return {
      feature: undefined,
      problems: [ofFeature(no, { zh: '不是 Feature', en: ' is not a Feature' })],
    }
  const properties = propertiesOf(row)
  const codeRead = code === undefined ? undefined : readCode(layer, properties[code])
  const nameRead = readName(properties[name ?? ''])
  const reader = new CoordinateReader(reference)
  const shape = readShape(row['geometry'], layer === 'canal', reader)
  const called = 'name' in nameRead ? `（${nameRead.name}）` : ''
  const calledEn = 'name' in nameRead ? ` (${nameRead.name})` : ''
  const wrongs = [
    ...(codeRead !== undefined && 'wrong' in codeRead ? [codeRead.wrong] : []),
    ...('wrong' in nameRead ? [nameRead.wrong] : []),
    ...('wrong' in shape ? [shape.wrong] : reader.flaws),
  ]
  const problems = wrongs.map(({ zh, en, ...more }) =>
    ofFeature(no, { zh: `${called}：${zh}`, en: `${calledEn}: ${en}` }, more),
  )
  if (problems.length > 0 || 'wrong' in shape || 'wrong' in nameRead)
    return { feature: undefined, problems }
  const known = codeRead !== undefined && 'code' in codeRead ? codeRead : undefined
  return {
    feature: { no, code: known?.code ?? null, name: nameRead.name, geometry: shape.geometry },
    problems,
    ...(known?.cut === true && code !== undefined
      ? { cut: { from: properties[code], to: known.code } }
      : {}),
  }
}

function cutCodes(read: readonly FeatureRead[]): Finding[] {
  const cuts = read.flatMap(({ cut }) => cut ?? [])
  const [first] = cuts
  if (first === undefined) return []
  return [
    {
      zh: `${cuts.length} 个代码按所属级别取前几位（如 ${String(first.from)} → ${first.to}）`,
      en: `${cuts.length} codes were cut to the digits of their level (such as ${String(first.from)} → ${first.to})`,
    },
  ]
}
