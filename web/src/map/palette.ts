import { RISK_LEVELS } from '@onemap/api/domain/risk-level'
import type { MapTheme } from './types.ts'

/** Red, green, blue, alpha, 0–255, as deck.gl takes them. */
export type Rgba = [r: number, g: number, b: number, a: number]

interface MapPalette {
  readonly ground: string
  readonly neighbourLand: string
  readonly land: string
  readonly water: string
  readonly waterEdge: string
  readonly districtLine: string
  readonly townLine: string
  readonly villageLine: string
  readonly gridLine: string
  readonly label: string
  readonly faintLabel: string
  readonly waterLabel: string
  readonly halo: string
  /** Body of a mark, and what is written on it. */
  readonly mark: string
  readonly markText: string
  /** Hairline around a mark: without it yellow is lost on white. */
  readonly rim: string
  /** Hazards: neutral and bright, told apart by shape. */
  readonly hazard: string
  readonly hazardHalo: string
  readonly accent: string
  /** Edge that parts a level's colour from what lies under it. */
  readonly edge: Rgba
}

/** Base nearly monochrome, so that the four levels win. */
export const PALETTES = {
  dark: {
    ground: '#0A121C',
    neighbourLand: '#0D1723',
    land: '#142130',
    water: '#1B3F66',
    waterEdge: '#0C2440',
    districtLine: 'rgba(190, 212, 238, 0.62)',
    townLine: 'rgba(160, 190, 225, 0.30)',
    villageLine: 'rgba(160, 190, 225, 0.13)',
    gridLine: 'rgba(160, 190, 225, 0.55)',
    label: '#C3D0DF',
    faintLabel: '#7F90A5',
    waterLabel: '#7FA6D1',
    halo: 'rgba(10, 18, 28, 0.92)',
    mark: '#0D1724',
    markText: '#E8EFF7',
    rim: 'rgba(6, 12, 20, 0.9)',
    hazard: '#F4F8FC',
    hazardHalo: 'rgba(6, 12, 20, 0.85)',
    accent: '#6FE3C1',
    edge: [6, 12, 20, 200],
  },
  light: {
    ground: '#E4E9EF',
    neighbourLand: '#ECF0F4',
    land: '#FBFCFD',
    water: '#B5D0EA',
    waterEdge: '#9CBFDF',
    districtLine: 'rgba(40, 58, 82, 0.75)',
    townLine: 'rgba(40, 58, 82, 0.34)',
    villageLine: 'rgba(40, 58, 82, 0.14)',
    gridLine: 'rgba(40, 58, 82, 0.60)',
    label: '#33445A',
    faintLabel: '#6A7A8E',
    waterLabel: '#3D6C99',
    halo: 'rgba(255, 255, 255, 0.92)',
    mark: '#FFFFFF',
    markText: '#14202E',
    rim: 'rgba(20, 32, 46, 0.62)',
    hazard: '#14202E',
    hazardHalo: 'rgba(255, 255, 255, 0.92)',
    accent: '#0A7059',
    edge: [20, 32, 46, 170],
  },
} as const satisfies Readonly<Record<MapTheme, MapPalette>>

/** Colour of a level, 0 = not assessed: grey. */
export function levelHex(level: number): string {
  return level === 1 || level === 2 || level === 3 || level === 4
    ? RISK_LEVELS[level].hex
    : '#8A97A6'
}

/** `#RRGGBB` with an alpha of 0–255. */
export function rgba(hex: string, alpha = 255): Rgba {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, alpha]
}

/** Text that reads on a level's colour: white on red and grey, near-black on the bright ones. */
export const onLevel = (level: number): string => (level === 1 ? '#FFFFFF' : '#0D1724')

export const CHINESE_FONTS =
  '"Noto Sans SC Variable", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
