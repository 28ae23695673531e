import { point, type Trade } from '../trade.ts'

const CLEAN = ['清理车间', '清理班', '清理工'] as const
const MILL = ['制粉车间', '制粉班', '制粉工'] as const
const SILO = ['原粮部', '立筒仓班', '粮库保管员'] as const
const COLD = ['制冷车间', '制冷班', '制冷工'] as const
const KILL = ['屠宰分割车间', '分割班', '分割工'] as const
const COOK = ['熟食车间', '蒸煮班', '蒸煮工'] as const
const OIL = ['浸出车间', '浸出班', '浸出操作工'] as const
const PACK = ['包装车间', '内包班', '包装工'] as const
const BREW = ['发酵车间', '发酵班', '发酵工'] as const

export const FOOD: Trade = {
  key: 'food',
  kind: 'general',
  office: 'GY',
  share: 17,
  size: [10, 44],
  employees: [25, 600],
  majorHazards: 0.06,
  clusters: [
    ['park', 3],
    ['ma-lan', 3],
    ['ni-gou', 3],
    ['pi-zhuang', 2],
    ['zhang-shan', 1],
    ['jian-tou', 1],
  ],
  lines: [
    {
      key: 'flour',
      code: 'C1312',
      industry: '小麦加工',
      activity: '小麦粉、专用粉加工与原粮仓储',
      words: ['面粉', '粮油'],
      weight: 5,
    },
    {
      key: 'meat',
      code: 'C1352',
      industry: '禽类屠宰',
      activity: '禽类屠宰、分割与冷藏',
      words: ['食品', '肉类食品'],
      weight: 4,
    },
    {
      key: 'oil',
      code: 'C1331',
      industry: '食用植物油加工',
      activity: '大豆油浸出、精炼',
      words: ['油脂', '植物油'],
      weight: 2,
    },
    {
      key: 'snack',
      code: 'C1439',
      industry: '其他方便食品制造',
      activity: '速冻面食、休闲食品加工',
      words: ['食品', '农产品'],
      weight: 4,
    },
    {
      key: 'brew',
      code: 'C1512',
      industry: '白酒制造',
      activity: '固态法白酒酿造与灌装',
      words: ['酒业', '酿造'],
      weight: 2,
    },
  ],
  points: [
    point(
      '小麦立筒仓',
      ['facility', 'production'],
      SILO,
      ['1号仓', '4号仓', '仓顶廊道', '仓底'],
      [
        ['进仓清仓粮食塌陷掩埋窒息', 'collapse', 100],
        ['粉尘爆炸', 'dust-explosion', 40],
        ['熏蒸磷化氢中毒', 'toxic-gas', 40],
      ],
      {
        many: 5,
        lines: ['flour'],
        faults: [
          ['立筒仓仓顶人孔盖未上锁', '上锁挂牌，钥匙专人保管', 'now'],
          ['入仓作业安全绳老化', '报废更换', 'now'],
          ['磷化氢报警仪超期未检', '送检'],
        ],
      },
    ),
    point(
      '平房仓',
      ['place', 'production'],
      SILO,
      ['1号仓', '3号仓', '5号仓'],
      [
        ['粮堆坍塌掩埋', 'collapse', 40],
        ['熏蒸中毒', 'toxic-gas', 40],
      ],
      { many: 4, lines: ['flour', 'oil'] },
    ),
    point(
      '斗式提升机',
      ['facility', 'production'],
      CLEAN,
      ['工作塔一层', '工作塔顶层'],
      [
        ['畚斗摩擦、皮带跑偏引爆粉尘', 'dust-explosion', 40],
        ['机头检修坠落', 'height', 7],
      ],
      {
        many: 6,
        lines: ['flour', 'oil'],
        faults: [
          ['提升机泄爆口朝向检修平台', '加装泄爆导管引至室外'],
          ['提升机跑偏、失速开关失效', '更换并试验联锁停机'],
        ],
      },
    ),
    point(
      '振动清理筛',
      ['facility', 'production'],
      CLEAN,
      ['清理间三层', '清理间四层'],
      [
        ['偏心轮绞伤', 'machine', 3],
        ['粉尘', 'dust', 3],
      ],
      { many: 4, lines: ['flour'] },
    ),
    point(
      '辊式磨粉机',
      ['facility', 'production'],
      MILL,
      ['磨粉楼二层', '皮磨区', '心磨区'],
      [
        ['清理堵料磨辊卷入', 'nip', 15],
        ['轴承过热引爆粉尘', 'dust-explosion', 40],
      ],
      { many: 8, lines: ['flour'] },
    ),
    point(
      '高方平筛',
      ['facility', 'production'],
      MILL,
      ['磨粉楼四层', '筛理层'],
      [
        ['吊杆断裂筛体坠落', 'falling-object', 7],
        ['布筒破损扬粉', 'dust-explosion', 15],
      ],
      { many: 4, lines: ['flour'] },
    ),
    point(
      '制粉车间脉冲除尘器',
      ['facility', 'environment'],
      MILL,
      ['磨粉楼五层', '楼顶'],
      [['静电、积粉爆炸', 'dust-explosion', 40]],
      {
        many: 4,
        lines: ['flour'],
        faults: [
          ['脉冲除尘器泄爆片安装在室内且无无焰装置', '改造为无焰泄放或引出室外'],
          ['除尘器锁气卸灰阀停转', '检修恢复运转'],
        ],
      },
    ),
    point(
      '配粉仓及打包',
      ['facility', 'production'],
      ['打包车间', '打包班', '打包工'],
      ['配粉楼', '打包间'],
      [
        ['打包机夹手', 'machine', 3],
        ['打包扬尘积聚，遇火源爆燃', 'dust-explosion', 7],
      ],
      { many: 3, lines: ['flour'] },
    ),
    point(
      '氨制冷机房',
      ['place', 'auxiliary'],
      COLD,
      ['机房东侧', '压缩机间'],
      [
        ['氨系统泄漏中毒爆炸', 'ammonia', 100],
        ['噪声', 'noise', 3],
      ],
      {
        lines: ['meat'],
        faults: [
          ['氨机房应急门内侧堆放杂物', '立即清理', 'now'],
          ['氨机房紧急停机按钮防护罩缺失', '加装防护罩', 'now'],
        ],
      },
    ),
    point(
      '液氨储罐区',
      ['area', 'auxiliary'],
      COLD,
      ['高压贮液器', '低压循环桶'],
      [
        ['储罐、阀门泄漏大面积中毒', 'ammonia', 100],
        ['加氨操作泄漏', 'ammonia', 40],
      ],
      { lines: ['meat'] },
    ),
    point(
      '速冻隧道（螺旋速冻机）',
      ['facility', 'production'],
      COLD,
      ['速冻间', '出料口'],
      [
        ['蒸发器泄漏冻伤、中毒', 'ammonia', 40],
        ['网带夹手', 'conveyor', 3],
      ],
      { many: 2, lines: ['meat', 'snack'] },
    ),
    point(
      '冷库',
      ['place', 'production'],
      ['仓储部', '冷库班', '冷库保管员'],
      ['-18℃库', '保鲜库', '穿堂'],
      [
        ['人员被困库内冻伤，逃生开锁装置失灵', 'management', 15],
        ['保温材料遇焊渣燃烧', 'fire-load', 40],
        ['货架倒塌', 'falling-object', 7],
      ],
      {
        many: 3,
        lines: ['meat', 'snack'],
        faults: [
          ['冷库内逃生开锁装置失灵', '维修并每班试验', 'now'],
          ['冷库照明线路直接敷设在聚氨酯保温层', '停电整改，穿管敷设'],
          ['冷库地面结冰', '除冰，铺防滑垫', 'now'],
        ],
      },
    ),
    point(
      '禽类宰杀线',
      ['facility', 'production'],
      KILL,
      ['挂禽区', '沥血槽', '打毛机'],
      [
        ['打毛机、掏膛机绞伤', 'machine', 7],
        ['地面湿滑', 'slip', 3],
      ],
      { many: 3, lines: ['meat'] },
    ),
    point(
      '分割流水线',
      ['area', 'production'],
      KILL,
      ['一线', '二线', '三线'],
      [
        ['刀具割伤', 'machine', 3],
        ['人员密集，氨泄漏波及', 'ammonia', 40],
      ],
      { many: 4, lines: ['meat'] },
    ),
    point(
      '绞肉（斩拌）机',
      ['facility', 'production'],
      COOK,
      ['配料间', '斩拌间'],
      [['投料、清理时绞手', 'machine', 15]],
      {
        many: 3,
        lines: ['meat', 'snack'],
        faults: [
          ['绞肉机投料口防护圈被拆除', '恢复防护圈并焊接固定', 'now'],
          ['斩拌机盖联锁被磁铁短接', '拆除磁铁，恢复联锁', 'now'],
        ],
      },
    ),
    point(
      '油炸线',
      ['facility', 'production'],
      COOK,
      ['油炸间', '滤油机旁'],
      [
        ['油温失控起火', 'fire-load', 15],
        ['热油烫伤', 'scald', 7],
      ],
      { many: 2, lines: ['snack'] },
    ),
    point(
      '蒸箱（蒸煮隧道）',
      ['facility', 'production'],
      COOK,
      ['蒸制区', '二线'],
      [['蒸汽烫伤', 'steam-burn', 7]],
      { many: 3, lines: ['snack', 'meat'] },
    ),
    point(
      '和面、压面机',
      ['facility', 'production'],
      ['面制品车间', '和面班', '和面工'],
      ['和面间', '压延线'],
      [
        ['搅拌轴绞伤', 'machine', 15],
        ['压辊卷入', 'nip', 7],
      ],
      { many: 4, lines: ['snack'] },
    ),
    point(
      '连续包装机',
      ['facility', 'production'],
      PACK,
      ['1线', '2线', '3线'],
      [
        ['横封刀烫压手', 'machine', 3],
        ['X光机射线', 'radiation', 1],
      ],
      { many: 5, lines: ['snack', 'meat', 'oil', 'brew'] },
    ),
    point(
      '浸出器',
      ['facility', 'production'],
      OIL,
      ['浸出楼二层', '浸出楼三层'],
      [
        ['正己烷溶剂泄漏爆炸', 'flammable-liquid', 100],
        ['进入检修窒息', 'confined-space', 40],
      ],
      {
        lines: ['oil'],
        faults: [
          ['浸出车间可燃气体报警高报值设置错误', '按25%LEL/50%LEL重新设定'],
          ['浸出车间围护区内发现手机', '严肃处理，入口设存放柜并检查', 'now'],
        ],
      },
    ),
    point(
      '溶剂储罐',
      ['facility', 'production'],
      OIL,
      ['地下罐区', '卸车口'],
      [['溶剂泄漏着火', 'flammable-liquid', 100]],
      { lines: ['oil'] },
    ),
    point(
      '脱臭塔及导热油系统',
      ['facility', 'production'],
      ['精炼车间', '精炼班', '精炼工'],
      ['精炼楼四层', '脱臭平台'],
      [
        ['高温油品泄漏自燃', 'fire-load', 15],
        ['高处坠落', 'height', 15],
      ],
      { many: 2, lines: ['oil'] },
    ),
    point(
      '轧坯机',
      ['facility', 'production'],
      ['预处理车间', '轧坯班', '轧坯工'],
      ['轧坯间', '软化锅旁'],
      [
        ['轧辊卷入', 'nip', 15],
        ['粉尘', 'dust', 3],
      ],
      { many: 3, lines: ['oil'] },
    ),
    point(
      '粕库',
      ['place', 'production'],
      ['仓储部', '粕库班', '保管员'],
      ['粕库一层', '粕库顶'],
      [
        ['残溶引燃、粕自燃', 'fire-load', 15],
        ['粉尘爆炸', 'dust-explosion', 40],
      ],
      { many: 2, lines: ['oil'] },
    ),
    point(
      '原酒罐区',
      ['area', 'production'],
      ['储酒车间', '储酒班', '勾调工'],
      ['1号罐组', '泵房'],
      [
        ['酒精蒸气遇火源爆燃', 'flammable-liquid', 40],
        ['进罐清理窒息', 'confined-space', 40],
      ],
      {
        many: 3,
        lines: ['brew'],
        faults: [
          ['酒库电气未采用防爆型', '更换防爆电气'],
          ['酒泵静电接地断开', '恢复接地', 'now'],
        ],
      },
    ),
    point(
      '窖池（发酵池）',
      ['place', 'production'],
      BREW,
      ['一号窖', '二号窖'],
      [
        ['二氧化碳积聚窒息', 'confined-space', 40],
        ['坠落', 'height', 7],
      ],
      { many: 5, lines: ['brew'] },
    ),
    point(
      '甑锅蒸馏',
      ['facility', 'production'],
      BREW,
      ['一甑', '二甑'],
      [
        ['酒汽着火', 'flammable-liquid', 15],
        ['蒸汽烫伤', 'steam-burn', 7],
      ],
      { many: 4, lines: ['brew'] },
    ),
    point(
      '灌装线',
      ['facility', 'production'],
      PACK,
      ['灌装间', '压盖机'],
      [
        ['玻璃瓶爆裂割伤', 'machine', 3],
        ['酒精蒸气聚集', 'flammable-liquid', 15],
      ],
      { many: 2, lines: ['brew'] },
    ),
    point(
      '燃气蒸汽锅炉',
      ['facility', 'auxiliary'],
      ['动力车间', '锅炉班', '司炉工'],
      ['锅炉房', '燃气调压间'],
      [
        ['炉膛爆燃、超压爆炸', 'boiler', 40],
        ['燃气泄漏', 'flammable-gas', 15],
      ],
      { many: 2 },
    ),
  ],
}
