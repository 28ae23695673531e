import type { Feature, FeatureCollection, MultiLineString, Point } from 'geojson'
import type { GeoJSONSourceSpecification } from 'maplibre-gl'
import { bordersOf, labelPoint, namePlace } from './borders.ts'
import { noticeSources } from './notice-style.ts'
import type { AreaCollection, GridCollection, MapBase, MapLocale } from './types.ts'

const geojson = (data: GeoJSONSourceSpecification['data']): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
  tolerance: 0.2,
})

function borderSource(areas: AreaCollection | GridCollection): GeoJSONSourceSpecification {
  const border: Feature<MultiLineString> = {
    type: 'Feature',
    properties: {},
    geometry: bordersOf(areas.features),
  }
  return geojson(border)
}

function labelSource(
  areas: AreaCollection | GridCollection,
  textOf: (name: string) => string,
): GeoJSONSourceSpecification {
  const labels: FeatureCollection<Point> = {
    type: 'FeatureCollection',
    features: areas.features.map(({ geometry, properties }) => ({
      type: 'Feature',
      properties: { name: textOf(properties.name) },
      geometry: { type: 'Point', coordinates: labelPoint(geometry) },
    })),
  }
  return geojson(labels)
}

/** A village's name as a map writes it: 兴中社区居委会 → 兴中社区. */
export const villageLabel = (name: string): string =>
  name
    .replace(/(?:村民委员会|村委会)$/u, '村')
    .replace(/社区(?:居民委员会|居委会)$/u, '社区')
    .replace(/村村$/u, '村')

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** The sources of the base map; sources of labels have one point for each area. */
export function baseSources(
  base: MapBase,
  locale: MapLocale,
): Record<string, GeoJSONSourceSpecification> {
  const schematic = locale === 'en' ? ' (schematic)' : '（示意）'
  const canal = {
    ...base.canal,
    features: base.canal.features.map((feature) => ({
      ...feature,
      properties: {
        ...feature.properties,
        name: `${feature.properties.name}${feature.properties.schematic ? schematic : ''}`,
      },
    })),
  }
  const whole = (name: string) => name
  return {
    district: geojson(base.district),
    'district-border': borderSource(base.district),
    neighbours: geojson(base.neighbours),
    'neighbour-labels': labelSource(base.neighbours, whole),
    canal: geojson(canal),
    'canal-name': geojson({
      type: 'FeatureCollection',
      features: canal.features.map(({ geometry, properties }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: namePlace(geometry) },
      })),
    }),
    'town-borders': borderSource(base.towns),
    'town-labels': labelSource(base.towns, whole),
    'village-borders': borderSource(base.villages),
    'village-labels': labelSource(base.villages, villageLabel),
    'grid-borders': borderSource(base.grids),
    'grid-labels': labelSource(base.grids, whole),
    'enterprise-names': geojson(EMPTY),
    'mark-places': geojson(EMPTY),
    ...noticeSources(),
  }
}
