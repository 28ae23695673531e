import { EVERYWHERE, patrolItems, PREVENTION } from './patrol-items.ts'
import type { PatrolTemplate } from './patrol-template.ts'

/** 一般企业、公共领域风险源. */
export const PATROL_TEMPLATES_OF_SITES: readonly PatrolTemplate[] = [
  {
    kind: 'general',
    version: 1,
    name: { zh: '一般企业巡查表', en: 'General enterprises' },
    items: patrolItems({
      major: [
        [
          'sleeping',
          '“三合一”场所',
          'Sleeping where one works',
          '车间、仓库内无人员住宿',
          'Nobody sleeps in workshops or stores',
        ],
        [
          'hot-work',
          '动火和有限空间作业',
          'Hot work and confined spaces',
          '有审批和监护，无违规作业',
          'Approved and watched over',
        ],
      ],
      general: [
        [
          'officer',
          '安全管理人员',
          'Safety officer',
          '在岗履职，近期有检查记录',
          'Present, with recent records of checks',
        ],
        [
          'guards',
          '设备防护',
          'Guards of machines',
          '运转部位护罩、急停、接地齐全有效',
          'Covers, emergency stops and earthing in order',
        ],
        [
          'protective-gear',
          '劳动防护用品',
          'Protective gear',
          '作业人员正确佩戴',
          'Worn, and worn properly',
        ],
        [
          'storage',
          '物料和危险化学品存放',
          'Storage',
          '堆放稳固，危险化学品专库专柜、有标签',
          'Stable; hazardous chemicals apart and labelled',
        ],
        ...EVERYWHERE,
        ...PREVENTION,
      ],
    }),
  },
  {
    kind: 'public-area',
    version: 1,
    name: { zh: '公共领域风险源巡查表', en: 'Public-area risk sources' },
    items: patrolItems({
      major: [
        [
          'crowding',
          '人员密集和限流',
          'Crowding',
          '人数未超过核定容量，有限流和疏导人员',
          'Within capacity, with people to guide',
        ],
        [
          'structures',
          '建（构）筑物、护栏、临水临边',
          'Structures, railings, water and edges',
          '无倾斜、开裂、缺失，临水临边防护和警示完好',
          'None leaning, cracked or missing; guarded and marked',
        ],
      ],
      general: [
        [
          'manager',
          '管理单位和责任人',
          'Who is in charge',
          '公示牌在位，责任人电话可接通',
          'Posted, and the telephone is answered',
        ],
        [
          'signs',
          '警示标志',
          'Warning signs',
          '设置到位、清晰无遮挡',
          'In place, clear, unobstructed',
        ],
        [
          'gas-and-fire',
          '燃气和明火',
          'Gas and open fire',
          '用气场所通风、报警器通电，无违规明火',
          'Ventilated, alarms powered, no forbidden fire',
        ],
        [
          'rescue',
          '救生、急救器材',
          'Rescue equipment',
          '救生圈、绳索、急救箱在位可用',
          'Lifebuoys, ropes and first aid in place',
        ],
        ...EVERYWHERE,
      ],
    }),
  },
]
