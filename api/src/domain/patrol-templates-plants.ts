import { EVERYWHERE, patrolItems, PREVENTION } from './patrol-items.ts'
import type { PatrolTemplate } from './patrol-template.ts'

/** 高危企业、焚烧发电: what a grid member without special instruments can see. */
export const PATROL_TEMPLATES_OF_PLANTS: readonly PatrolTemplate[] = [
  {
    kind: 'high-risk-plant',
    version: 1,
    name: { zh: '高危企业巡查表', en: 'High-risk plants' },
    items: patrolItems({
      major: [
        [
          'permits',
          '动火、有限空间等特殊作业',
          'Hot work, confined spaces and the like',
          '有当日作业票，检测、监护人员在场，无票不作业',
          'A permit of the day, tested and watched over',
        ],
        [
          'gas-alarms',
          '可燃、有毒气体报警',
          'Gas alarms',
          '主机通电在线，无未处置报警，无屏蔽、摘除',
          'Powered and online, no alarm ignored or bypassed',
        ],
        [
          'overload',
          '储存量和堆放',
          'Quantities and storage',
          '未超量、未超温超压，禁忌物料分开存放',
          'Not over quantity, incompatible materials apart',
        ],
      ],
      general: [
        [
          'duty',
          '24小时值班和带班',
          'Round-the-clock duty',
          '值班人员在岗，带班领导已公示，值班电话可接通',
          'On duty, leader posted, telephone answered',
        ],
        [
          'leaks',
          '跑冒滴漏和异味',
          'Leaks and smells',
          '储罐、管道、法兰无泄漏和异味',
          'None at tanks, pipes and flanges',
        ],
        [
          'commitment',
          '每日安全风险研判与承诺',
          'Daily risk commitment',
          '当日承诺公告已公示，与实际装置状态相符',
          'Posted today and as the plant is',
        ],
        [
          'emergency-kit',
          '应急物资',
          'Emergency kit',
          '空气呼吸器、堵漏器材、洗眼器在位有效',
          'Breathing apparatus, plugging kit, eyewash in order',
        ],
        ...EVERYWHERE,
        ...PREVENTION,
      ],
    }),
  },
  {
    kind: 'incineration-power',
    version: 1,
    name: { zh: '焚烧发电企业巡查表', en: 'Incineration power plants' },
    items: patrolItems({
      major: [
        [
          'furnace',
          '炉膛温度和联锁',
          'Furnace temperature and interlocks',
          '炉温在线显示正常，报警联锁投用，无强制解除',
          'Shown online, interlocks in service, none forced',
        ],
        [
          'pit-gas',
          '垃圾储坑、渗滤液区可燃气体',
          'Gas at the pit and the leachate area',
          '甲烷、硫化氢监测在线，通风运行',
          'Methane and H2S monitored, ventilation on',
        ],
        [
          'permits',
          '检修、动火、有限空间作业',
          'Maintenance, hot work, confined spaces',
          '有当日作业票，先通风、再检测、后作业，监护在场',
          'A permit of the day, ventilated, tested, watched over',
        ],
      ],
      general: [
        [
          'boiler',
          '锅炉、压力容器',
          'Boilers and pressure vessels',
          '安全阀、压力表在校验期内，运行记录完整',
          'Valves and gauges in date, log complete',
        ],
        [
          'ammonia',
          '氨水、盐酸等储罐',
          'Ammonia and acid tanks',
          '围堰完好、无泄漏，洗眼器可用',
          'Bund sound, no leaks, eyewash usable',
        ],
        [
          'fly-ash',
          '飞灰、炉渣暂存',
          'Fly ash and slag',
          '密闭、防渗、标识齐全',
          'Closed, sealed, labelled',
        ],
        [
          'duty',
          '24小时值班和带班',
          'Round-the-clock duty',
          '值班人员在岗，带班领导已公示，值班电话可接通',
          'On duty, leader posted, telephone answered',
        ],
        ...EVERYWHERE,
        ...PREVENTION,
      ],
    }),
  },
]
