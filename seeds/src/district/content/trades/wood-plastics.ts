import { point, type Trade } from '../trade.ts'

const SAND = ['砂光车间', '砂光班', '砂光工'] as const
const PRESS = ['热压车间', '热压班', '热压工'] as const
const CUT = ['开料车间', '开料班', '木工'] as const
const MOULD = ['注塑车间', '注塑班', '注塑工'] as const
const BLOW = ['吹膜车间', '吹膜班', '吹膜工'] as const
const PRINT = ['印刷车间', '印刷班', '印刷工'] as const
const WOOD = ['board', 'furniture']

export const WOOD_PLASTICS: Trade = {
  key: 'wood-plastics',
  kind: 'general',
  office: 'KJ',
  share: 12,
  size: [9, 30],
  employees: [15, 220],
  clusters: [
    ['ma-lan', 2],
    ['pi-zhuang', 3],
    ['zhang-shan', 2],
    ['jian-tou', 1],
    ['park', 2],
  ],
  lines: [
    {
      key: 'board',
      code: 'C2021',
      industry: '胶合板制造',
      activity: '胶合板、生态板生产',
      words: ['木业', '板材'],
      weight: 3,
    },
    {
      key: 'furniture',
      code: 'C2110',
      industry: '木质家具制造',
      activity: '实木、板式家具制作',
      words: ['家具', '家居'],
      weight: 2,
    },
    {
      key: 'plastic',
      code: 'C2926',
      industry: '塑料包装箱及容器制造',
      activity: '塑料中空容器、注塑件生产',
      words: ['塑业', '塑料制品'],
      weight: 3,
    },
    {
      key: 'film',
      code: 'C2921',
      industry: '塑料薄膜制造',
      activity: '包装薄膜吹塑、彩印复合',
      words: ['塑料包装', '彩印'],
      weight: 2,
    },
  ],
  points: [
    point(
      '宽带砂光机',
      ['facility', 'production'],
      SAND,
      ['1号线', '2号线'],
      [
        ['木粉尘遇火花爆炸', 'dust-explosion', 40],
        ['砂带断裂弹出', 'machine', 7],
      ],
      {
        many: 3,
        lines: WOOD,
        faults: [
          ['砂光机至除尘器风管未装火花探测熄灭装置', '加装火花探测与熄灭装置'],
          ['砂光粉料仓温度报警未接通', '接通报警并试验'],
        ],
      },
    ),
    point(
      '木粉尘除尘系统',
      ['facility', 'environment'],
      SAND,
      ['室外布袋', '料仓', '风管'],
      [
        ['粉尘爆炸', 'dust-explosion', 100],
        ['料仓阴燃', 'fire-load', 15],
      ],
      {
        many: 2,
        lines: WOOD,
        faults: [
          ['除尘器与车间之间未装隔爆阀', '加装隔爆阀'],
          ['除尘管道水平段积尘', '清理并增设清灰口', 'now'],
        ],
      },
    ),
    point(
      '多层热压机',
      ['facility', 'production'],
      PRESS,
      ['1号机', '2号机', '3号机'],
      [
        ['合板时手臂挤压', 'machine', 15],
        ['导热油泄漏着火', 'fire-load', 15],
      ],
      { many: 4, lines: ['board'] },
    ),
    point(
      '旋切机',
      ['facility', 'production'],
      CUT,
      ['旋切区', '原木上料'],
      [
        ['原木滚落砸伤', 'falling-object', 7],
        ['刀片割伤', 'machine', 7],
      ],
      { many: 4, lines: ['board'] },
    ),
    point(
      '涂胶机',
      ['facility', 'production'],
      PRESS,
      ['涂胶区', '组坯台'],
      [
        ['胶辊卷手', 'nip', 7],
        ['甲醛吸入', 'chemical-exposure', 3],
      ],
      { many: 3, lines: ['board'] },
    ),
    point(
      '精密推台锯',
      ['facility', 'production'],
      CUT,
      ['A区', 'B区'],
      [
        ['锯片割伤、木料反弹', 'machine', 15],
        ['噪声', 'noise', 3],
      ],
      {
        many: 4,
        lines: WOOD,
        faults: [
          ['推台锯锯片防护罩被拆除', '恢复防护罩，加装分料刀', 'now'],
          ['推台锯操作人员戴手套', '现场纠正', 'now'],
        ],
      },
    ),
    point(
      '封边机',
      ['facility', 'production'],
      CUT,
      ['封边线', '东侧'],
      [
        ['热熔胶烫伤', 'scald', 3],
        ['压轮夹手', 'nip', 3],
      ],
      { many: 3, lines: ['furniture'] },
    ),
    point(
      '家具喷漆房',
      ['place', 'production'],
      ['喷漆车间', '喷漆班', '喷漆工'],
      ['底漆房', '面漆房', '晾干间'],
      [
        ['油漆溶剂爆燃', 'flammable-liquid', 40],
        ['苯系物吸入', 'chemical-exposure', 7],
      ],
      { many: 3, lines: ['furniture'] },
    ),
    point(
      '制胶釜',
      ['facility', 'production'],
      ['制胶车间', '制胶班', '制胶工'],
      ['反应釜', '甲醛罐区'],
      [
        ['甲醛泄漏中毒', 'toxic-gas', 40],
        ['反应冲料灼烫', 'reaction', 15],
      ],
      { lines: ['board'] },
    ),
    point(
      '原木（板材）堆场',
      ['area', 'production'],
      ['仓储部', '堆场班', '抓木机司机'],
      ['原木区', '单板晾晒区', '成品棚'],
      [
        ['木材火灾蔓延', 'fire-load', 40],
        ['木垛滚落', 'falling-object', 15],
      ],
      { many: 4, lines: WOOD },
    ),
    point(
      '生物质导热油炉',
      ['facility', 'auxiliary'],
      ['动力车间', '锅炉班', '司炉工'],
      ['炉房', '料仓'],
      [
        ['导热油泄漏着火', 'fire-load', 15],
        ['料仓回火', 'fire-load', 7],
      ],
      { lines: ['board'] },
    ),
    point(
      '单板烘干机',
      ['facility', 'production'],
      PRESS,
      ['进板端', '出板端'],
      [
        ['干燥箱内木屑着火', 'fire-load', 15],
        ['辊筒卷入', 'nip', 7],
      ],
      { many: 2, lines: ['board'] },
    ),
    point(
      '注塑机',
      ['facility', 'production'],
      MOULD,
      ['1排', '2排', '3排'],
      [
        ['合模挤压手臂', 'machine', 15],
        ['高温熔料喷出烫伤', 'scald', 7],
      ],
      {
        many: 8,
        lines: ['plastic'],
        faults: [
          ['注塑机安全门机械锁杆缺失', '恢复机械、电气、液压三重保护'],
          ['注塑机喷嘴防护罩未关', '关闭防护罩', 'now'],
        ],
      },
    ),
    point(
      '中空吹塑机',
      ['facility', 'production'],
      MOULD,
      ['吹塑区', '大机位'],
      [
        ['合模挤压', 'machine', 15],
        ['坯料烫伤', 'scald', 3],
      ],
      { many: 4, lines: ['plastic'] },
    ),
    point(
      '破碎机',
      ['facility', 'production'],
      MOULD,
      ['破碎间', '回料区'],
      [
        ['投料绞手', 'machine', 15],
        ['噪声', 'noise', 3],
      ],
      { many: 3, lines: ['plastic', 'film'] },
    ),
    point(
      '换模吊装',
      ['activity', 'operation'],
      MOULD,
      ['模具库', '行车下'],
      [['模具坠落', 'lifting', 15]],
      { many: 2, lines: ['plastic'] },
    ),
    point(
      '吹膜机组',
      ['facility', 'production'],
      BLOW,
      ['1号机', '3号机', '收卷处'],
      [
        ['收卷辊卷入', 'nip', 15],
        ['模头烫伤', 'scald', 3],
        ['高处穿膜坠落', 'height', 7],
      ],
      { many: 4, lines: ['film'] },
    ),
    point(
      '凹版印刷机',
      ['facility', 'production'],
      PRINT,
      ['色组区', '烘箱'],
      [
        ['乙酸乙酯溶剂爆燃', 'flammable-liquid', 40],
        ['清洗版辊卷入', 'nip', 7],
      ],
      {
        many: 3,
        lines: ['film'],
        faults: [
          ['印刷色组静电消除器失效', '更换静电消除器'],
          ['印刷机墨槽敞口，溶剂气味大', '加盖并检查局部排风', 'now'],
        ],
      },
    ),
    point(
      '干式复合机',
      ['facility', 'production'],
      PRINT,
      ['复合间', '配胶间'],
      [['胶黏剂溶剂爆燃', 'flammable-liquid', 40]],
      { many: 2, lines: ['film'] },
    ),
    point(
      '油墨溶剂库',
      ['place', 'production'],
      PRINT,
      ['独立库房', '领料口'],
      [['溶剂泄漏着火', 'flammable-liquid', 40]],
      { lines: ['film'] },
    ),
    point(
      '塑料原料及成品库',
      ['place', 'production'],
      ['仓储部', '库管班', '库管员'],
      ['原料库', '成品1库', '成品2库'],
      [
        ['塑料燃烧有毒烟气、火势蔓延', 'fire-load', 40],
        ['吨袋垛倒塌', 'falling-object', 7],
      ],
      { many: 3, lines: ['plastic', 'film'] },
    ),
    point(
      '活性炭吸附箱',
      ['facility', 'environment'],
      ['安全环保部', '环保班', '环保管理员'],
      ['楼顶', '室外平台'],
      [
        ['活性炭蓄热自燃', 'fire-load', 15],
        ['登高检修', 'height', 7],
      ],
      { many: 2 },
    ),
  ],
}
