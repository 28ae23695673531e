import type { RasterSourceSpecification } from 'maplibre-gl'
import type { MapTheme } from './types.ts'

type Sheet = 'vec' | 'cva'

function sheet(name: Sheet, token: string): RasterSourceSpecification {
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: name,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
    tk: token,
  })
  return {
    type: 'raster',
    tileSize: 256,
    maxzoom: 18,
    attribution: '天地图',
    tiles: [0, 1, 2, 3, 4, 5, 6, 7].map(
      (host) =>
        `https://t${host}.tianditu.gov.cn/${name}_w/wmts?${query}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`,
    ),
  }
}

/** Tianditu's vector map and its Chinese annotation, WMTS in Web Mercator; needs a key of the operator's own. */
export const tiandituSources = (token: string): Record<string, RasterSourceSpecification> => ({
  'tianditu-map': sheet('vec', token),
  'tianditu-names': sheet('cva', token),
})

/** Without colour and, in the dark, inverted: the levels must win. */
export const tiandituPaint = (theme: MapTheme) =>
  theme === 'dark'
    ? {
        'raster-saturation': -1,
        'raster-brightness-min': 0.42,
        'raster-brightness-max': 0.04,
        'raster-contrast': 0.1,
        'raster-fade-duration': 0,
      }
    : { 'raster-saturation': -0.9, 'raster-brightness-min': 0.25, 'raster-fade-duration': 0 }
