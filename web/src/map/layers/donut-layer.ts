import type { Accessor, DefaultProps } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import { levelHex, rgba } from '../palette.ts'

interface DonutProps<Datum> {
  /** Where the parts for level 1, 2, 3 and 4 end, each 0–1 of the ring clockwise from the top; the rest is not assessed. */
  getParts?: Accessor<Datum, readonly [number, number, number, number]>
}

/** Inner and outer edge of the ring as parts of the radius (the layer's line runs outside), and the gap between parts in pixels. */
const HOLE = 0.71
const RIM = 0.955
const GAP_PX = 1.2

function glslColour(level: number): string {
  const [r, g, b] = rgba(levelHex(level)).map((value) => (value / 255).toFixed(4))
  return `vec3(${r}, ${g}, ${b})`
}

const FRAGMENT = /* glsl */ `
  float donut_r = length(geometry.uv);
  float donut_edge = fwidth(donut_r);
  float donut_turn = fract(atan(geometry.uv.x, geometry.uv.y) / 6.28318530718 + 1.0);
  vec3 donut_hue = ${glslColour(0)};
  if (donut_turn < donut_parts.x) donut_hue = ${glslColour(1)};
  else if (donut_turn < donut_parts.y) donut_hue = ${glslColour(2)};
  else if (donut_turn < donut_parts.z) donut_hue = ${glslColour(3)};
  else if (donut_turn < donut_parts.w) donut_hue = ${glslColour(4)};
  float donut_px = 6.28318530718 * donut_r / donut_edge;
  vec4 donut_away = min(abs(donut_turn - donut_parts), 1.0 - abs(donut_turn - donut_parts)) * donut_px;
  float donut_gap = min(min(donut_away.x, donut_away.y), min(donut_away.z, donut_away.w));
  bool donut_whole = donut_parts.x >= 1.0 || (donut_parts.x <= 0.0 && (donut_parts.y >= 1.0 || (donut_parts.y <= 0.0 && (donut_parts.z >= 1.0 || donut_parts.z <= 0.0))));
  float donut_ring = smoothstep(${HOLE} - donut_edge, ${HOLE} + donut_edge, donut_r);
  donut_ring *= 1.0 - smoothstep(${RIM} - donut_edge * 0.5, ${RIM} + donut_edge * 0.5, donut_r);
  if (!donut_whole) donut_ring *= smoothstep(${(GAP_PX / 2).toFixed(2)}, ${(GAP_PX / 2 + 1).toFixed(2)}, donut_gap);
  color.rgb = mix(color.rgb, donut_hue, donut_ring);
`

/** A disc with a ring that is parted by risk level: how many of each are inside. */
export class DonutLayer<Datum> extends ScatterplotLayer<Datum, DonutProps<Datum>> {
  static override layerName = 'DonutLayer'
  static override defaultProps: DefaultProps = {
    ...ScatterplotLayer.defaultProps,
    getParts: { type: 'accessor', value: [0, 0, 0, 0] },
  }

  override getShaders(): ReturnType<ScatterplotLayer['getShaders']> {
    return {
      ...super.getShaders(),
      inject: {
        'vs:#decl': 'in vec4 donutParts;\nout vec4 donut_parts;',
        'vs:#main-start': 'donut_parts = donutParts;',
        'fs:#decl': 'in vec4 donut_parts;',
        'fs:DECKGL_FILTER_COLOR': FRAGMENT,
      },
    }
  }

  override initializeState(): void {
    super.initializeState()
    this.getAttributeManager()?.addInstanced({
      donutParts: { size: 4, accessor: 'getParts', defaultValue: [0, 0, 0, 0] },
    })
  }
}
