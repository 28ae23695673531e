import type { Position } from '@onemap/geodata/geojson'

/** Where plants stand together. */
type Cluster =
  /** Round a centre; `spread` is the standard deviation in metres. */
  | {
      readonly centre: Position
      readonly spread: number
      readonly roads: readonly string[]
      readonly park?: string
    }
  /** Along the canal, `offset` metres from its line to the nearest side of the site. */
  | {
      readonly canal: readonly [from: number, to: number]
      readonly offset: readonly [number, number]
      readonly roads: readonly string[]
    }

/** Schematic like the town outlines: true in direction, not surveyed. Roads are invented. */
export const CLUSTERS = {
  park: {
    centre: [117.697, 34.597],
    spread: 1100,
    roads: ['兴业路', '创新路', '广源路', '金光路', '世纪大道', '长兴路'],
    park: '台儿庄经济开发区',
  },
  'chemical-park': {
    centre: [117.628, 34.607],
    spread: 650,
    roads: ['化工一路', '化工二路', '精细路', '纬三路'],
    park: '马兰屯化工集中区',
  },
  downtown: {
    centre: [117.727, 34.566],
    spread: 900,
    roads: ['文化路', '金光路', '箭道街', '林运路', '兴中街', '华阳路'],
  },
  'old-town': {
    centre: [117.729, 34.564],
    spread: 350,
    roads: ['顺河街', '箭道街', '广汇路', '参将署路'],
  },
  'pi-zhuang': {
    centre: [117.775, 34.59],
    spread: 1000,
    roads: ['邳庄路', '台邳路', '振兴路', '农科路'],
  },
  'ni-gou': {
    centre: [117.69, 34.652],
    spread: 1200,
    roads: ['泥沟中心街', '台韩路', '兴泥路', '枣台路'],
  },
  'ma-lan': {
    centre: [117.652, 34.583],
    spread: 1000,
    roads: ['马兰中心路', '兰祺路', '台马路', '顺达路'],
  },
  'jian-tou': {
    centre: [117.585, 34.53],
    spread: 1100,
    roads: ['涧头中心街', '集镇路', '沿山路', '涧薛路'],
  },
  'zhang-shan': {
    centre: [117.472, 34.527],
    spread: 1300,
    roads: ['张山中心路', '山前路', '矿区路', '侯孟路'],
  },
  'north-hills': { centre: [117.665, 34.672], spread: 900, roads: ['北山路', '采石路', '台韩路'] },
  country: {
    centre: [117.62, 34.59],
    spread: 6500,
    roads: ['台韩路', '枣台路', '台涧路', '伊运路', '乡道'],
  },
  'canal-east': { canal: [0.66, 0.93], offset: [40, 420], roads: ['运河大道', '港前路', '顺河路'] },
  'canal-town': { canal: [0.78, 0.92], offset: [5, 160], roads: ['顺河路', '运河大道', '林运路'] },
  'canal-west': { canal: [0.12, 0.66], offset: [40, 380], roads: ['疏港路', '码头路', '河堤路'] },
} as const satisfies Readonly<Record<string, Cluster>>

export type ClusterKey = keyof typeof CLUSTERS
