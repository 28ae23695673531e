import { ENTERPRISE_KIND_CODES, type EnterpriseKind } from '@onemap/api/domain/enterprise-kind'
import { CHINESE_FONTS, PALETTES, levelHex, onLevel } from '../palette.ts'
import {
  HAZARD_SHAPES,
  KIND_SYMBOLS,
  SYMBOL_GRID,
  SYMBOL_WEIGHT,
  hazardSymbol,
  type HazardShape,
  type MapSymbol,
} from '../symbols.ts'
import type { MapTheme } from '../types.ts'
import type { Device, IconAtlas } from './scene.ts'

/** Side of one icon in the atlas: symbols are drawn at twice their size on screen. */
const CELL = 64
/** With room around, so that neighbours do not run into each other when scaled. */
const PITCH = CELL + 8
const COLUMNS = 8
const LEVELS = [0, 1, 2, 3, 4] as const

export const enterpriseIcon = (kind: EnterpriseKind, level: number): string => `${kind}-${level}`
export const hazardIcon = (shape: HazardShape, major: boolean): string =>
  `${shape}${major ? '-major' : ''}`
export const numeralIcon = (level: number): string => `numeral-${level}`

type Pen = CanvasRenderingContext2D
interface Icon {
  readonly name: string
  /** Takes its colour from the layer. */
  readonly mask?: boolean
  /** Draws into a square of side 1. */
  draw(pen: Pen, theme: MapTheme): void
}

function trace(pen: Pen, symbol: MapSymbol, colour: string, weight: number): void {
  pen.lineWidth = weight
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = colour
  pen.fillStyle = colour
  for (const path of symbol.strokes) pen.stroke(new Path2D(path))
  for (const path of symbol.fills) pen.fill(new Path2D(path))
}

function disc(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fillStyle = colour
  pen.fill()
}

function numeral(pen: Pen, text: string, x: number, y: number, size: number, colour: string): void {
  pen.font = `700 ${size}px ${CHINESE_FONTS}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = colour
  pen.fillText(text, x, y + size * 0.06)
}

/** One enterprise on a grid of 32: its symbol on a disc, a ring in the level's hue and the level's numeral. */
function enterprise(kind: EnterpriseKind, level: number): Icon {
  return {
    name: enterpriseIcon(kind, level),
    draw(pen, theme) {
      const palette = PALETTES[theme]
      pen.scale(1 / 32, 1 / 32)
      disc(pen, 16, 17, 13.4, palette.rim)
      disc(pen, 16, 17, 12.6, levelHex(level))
      disc(pen, 16, 17, 10.2, palette.mark)
      pen.save()
      pen.translate(16 - 7.6, 17 - 7.6)
      pen.scale(15.2 / SYMBOL_GRID, 15.2 / SYMBOL_GRID)
      trace(pen, KIND_SYMBOLS[kind], palette.markText, SYMBOL_WEIGHT)
      pen.restore()
      disc(pen, 25.2, 7, 6.5, palette.rim)
      disc(pen, 25.2, 7, 5.8, levelHex(level))
      numeral(pen, level === 0 ? '–' : String(level), 25.2, 7, 9.4, onLevel(level))
    },
  }
}

function hazard(shape: HazardShape, major: boolean): Icon {
  return {
    name: hazardIcon(shape, major),
    draw(pen, theme) {
      const palette = PALETTES[theme]
      const symbol = hazardSymbol(shape, major)
      pen.scale(1 / SYMBOL_GRID, 1 / SYMBOL_GRID)
      if (shape === 'done') pen.globalAlpha = 0.5
      trace(pen, { strokes: symbol.strokes, fills: [] }, palette.hazardHalo, SYMBOL_WEIGHT + 2)
      trace(pen, symbol, palette.hazard, SYMBOL_WEIGHT)
    },
  }
}

function levelNumeral(level: number): Icon {
  return {
    name: numeralIcon(level),
    mask: true,
    draw: (pen) => numeral(pen, level === 0 ? '–' : String(level), 0.5, 0.5, 0.86, '#FFFFFF'),
  }
}

const ICONS: readonly Icon[] = [
  ...ENTERPRISE_KIND_CODES.flatMap((kind) => LEVELS.map((level) => enterprise(kind, level))),
  ...HAZARD_SHAPES.flatMap((shape) => [hazard(shape, false), hazard(shape, true)]),
  ...LEVELS.map(levelNumeral),
]

const MAPPING = Object.fromEntries(
  ICONS.map(({ name, mask = false }, index) => [
    name,
    {
      x: (index % COLUMNS) * PITCH + 4,
      y: Math.floor(index / COLUMNS) * PITCH + 4,
      width: CELL,
      height: CELL,
      mask,
    },
  ]),
)

/** Draws all symbols of a theme onto one texture. */
export function drawIconAtlas(device: Device, theme: MapTheme): IconAtlas {
  const canvas = document.createElement('canvas')
  canvas.width = COLUMNS * PITCH
  canvas.height = Math.ceil(ICONS.length / COLUMNS) * PITCH
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('the browser cannot draw symbols')
  ICONS.forEach((icon, index) => {
    pen.save()
    pen.translate((index % COLUMNS) * PITCH + 4, Math.floor(index / COLUMNS) * PITCH + 4)
    pen.scale(CELL, CELL)
    icon.draw(pen, theme)
    pen.restore()
  })
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
  const texture = device.createTexture({
    format: 'rgba8unorm',
    width,
    height,
    sampler: {
      minFilter: 'linear',
      magFilter: 'linear',
      addressModeU: 'clamp-to-edge',
      addressModeV: 'clamp-to-edge',
    },
  })
  texture.writeData(data, { width, height })
  return { texture, mapping: MAPPING }
}
