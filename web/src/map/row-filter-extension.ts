import { LayerExtension, type Layer, type UpdateParameters } from '@deck.gl/core'
import type { DaySpans } from './columns.ts'
import { CATEGORIES } from './filter-key.ts'
import { telemetry } from './telemetry.ts'

type Device = Layer['context']['device']
type Texture = ReturnType<Device['createTexture']>

/** What a layer lets through; a new object is a new filter. */
export interface RowFilter {
  /** 1 for each category that passes, 256 long. */
  readonly table: Uint8Array
  /** 1 for each enterprise that passes. */
  readonly gate: Uint8Array
}

interface RowFilterProps {
  /** Attribute of one unsigned 32-bit key a row: `enterprise row << 8 | category`. */
  getRowKey?: unknown
  /** Attribute of first day and day after the last of a row, for recorded history; what has no days is always drawn. */
  getRowDays?: unknown
  rowFilter?: RowFilter
  /** The day to draw. */
  rowDay?: number
}

/** Texels a line: every WebGL2 texture may be this wide, and 1024 × 2048 holds two million enterprises. */
const WIDTH = 1024

const rowFilterModule = {
  name: 'rowFilter',
  vs: /* glsl */ `
in uint rowKeys;
in vec2 rowDays;
uniform highp sampler2D rowFilter_lookup;
uniform rowFilterUniforms {
  float day;
} rowFilter;

bool rowFilter_at(uint place) {
  return texelFetch(rowFilter_lookup, ivec2(int(place % ${WIDTH}u), int(place / ${WIDTH}u)), 0).r > 0.5;
}
`,
  inject: {
    'vs:#main-end': /* glsl */ `
  if (rowFilter.day < rowDays.x || rowFilter.day >= rowDays.y || !rowFilter_at(rowKeys & 255u) || !rowFilter_at(${CATEGORIES}u + (rowKeys >> 8))) {
    gl_Position = vec4(0.0);
  }
`,
  },
  uniformTypes: { day: 'f32' },
  getUniforms: (props?: { lookup?: Texture; day?: number }) =>
    props?.lookup === undefined ? {} : { rowFilter_lookup: props.lookup, day: props.day ?? 0 },
}

const ALWAYS: [number, number] = [-1e9, 1e9]

/** The days of rows as an attribute; nothing where rows have none. A 32-bit float holds every day there is exactly. */
export function dayAttribute(days: DaySpans | undefined): {
  getRowDays?: { value: Float32Array; size: 2 }
} {
  return days === undefined ? {} : { getRowDays: { value: Float32Array.from(days), size: 2 } }
}

/** Bytes of the lookup texture: the table, then the gate, padded to whole lines. */
export function lookupBytes({ table, gate }: RowFilter): {
  bytes: Uint8Array
  width: number
  height: number
} {
  const height = Math.ceil((CATEGORIES + gate.length) / WIDTH)
  const bytes = new Uint8Array(WIDTH * height)
  bytes.set(table)
  bytes.set(gate, CATEGORIES)
  for (let index = 0; index < bytes.length; index++) bytes[index] = (bytes[index] ?? 0) * 255
  return { bytes, width: WIDTH, height }
}

function upload(device: Device, previous: unknown, filter: RowFilter): Texture {
  const { bytes, width, height } = lookupBytes(filter)
  telemetry.filterUploads += 1
  if (isTextureOf(previous, height)) {
    previous.writeData(bytes, { width, height })
    return previous
  }
  const texture = device.createTexture({
    format: 'r8unorm',
    width,
    height,
    sampler: { minFilter: 'nearest', magFilter: 'nearest', mipmapFilter: 'none' },
  })
  texture.writeData(bytes, { width, height })
  return texture
}

const isTexture = (value: unknown): value is Texture =>
  typeof value === 'object' && value !== null && 'writeData' in value
const isTextureOf = (value: unknown, height: number): value is Texture =>
  isTexture(value) && value.height === height

/**
 * Filters the rows of a layer on the graphics processor by two lookups with the row's key: its category and its enterprise.
 * A filter change sends one small texture and touches no attribute; another day of recorded history is one number.
 * DataFilterExtension cannot look into a table of enterprises, and needs three times the memory a row.
 */
export class RowFilterExtension extends LayerExtension {
  static override extensionName = 'RowFilterExtension'
  static override defaultProps = {
    getRowKey: { type: 'accessor', value: 0 },
    getRowDays: { type: 'accessor', value: ALWAYS },
    rowDay: { type: 'number', value: 0 },
    rowFilter: { type: 'object', value: null, optional: true },
  }

  override getShaders(this: Layer<RowFilterProps>): unknown {
    return { modules: [rowFilterModule] }
  }

  override initializeState(this: Layer<RowFilterProps>): void {
    this.getAttributeManager()?.add({
      rowKeys: { size: 1, type: 'uint32', stepMode: 'dynamic', accessor: 'getRowKey' },
      rowDays: {
        size: 2,
        type: 'float32',
        stepMode: 'dynamic',
        accessor: 'getRowDays',
        defaultValue: ALWAYS,
      },
    })
  }

  override updateState(
    this: Layer<RowFilterProps>,
    { props, oldProps }: UpdateParameters<Layer<RowFilterProps>>,
  ): void {
    const filter = props.rowFilter
    if (!filter || (filter === oldProps.rowFilter && isTexture(this.state['rowFilterLookup'])))
      return
    const before = this.state['rowFilterLookup']
    const lookup = upload(this.context.device, before, filter)
    if (isTexture(before) && before !== lookup) before.destroy()
    this.state['rowFilterLookup'] = lookup
  }

  override draw(this: Layer<RowFilterProps>): void {
    const lookup = this.state['rowFilterLookup']
    if (isTexture(lookup))
      this.setShaderModuleProps({ rowFilter: { lookup, day: this.props.rowDay ?? 0 } })
  }

  override finalizeState(this: Layer<RowFilterProps>): void {
    const lookup = this.state['rowFilterLookup']
    if (isTexture(lookup)) lookup.destroy()
  }
}
