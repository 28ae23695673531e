import { point, type Trade } from '../trade.ts'

const BLOW = ['前纺车间', '清花班', '清花工'] as const
const CARD = ['前纺车间', '梳棉班', '梳棉挡车工'] as const
const SPIN = ['细纱车间', '细纱甲班', '细纱挡车工'] as const
const WIND = ['后纺车间', '络筒班', '络筒挡车工'] as const
const WEAVE = ['织布车间', '织造班', '织布挡车工'] as const
const SIZE = ['准备车间', '浆纱班', '浆纱工'] as const
const DYE = ['染整车间', '染色班', '染色工'] as const
const SET = ['染整车间', '定型班', '定型机操作工'] as const
const SEW = ['缝制车间', '缝制组', '缝纫工'] as const
const COTTON = ['spin']

export const TEXTILES: Trade = {
  key: 'textiles',
  kind: 'general',
  office: 'GY',
  share: 18,
  size: [10, 44],
  employees: [40, 780],
  clusters: [
    ['park', 5],
    ['pi-zhuang', 3],
    ['ni-gou', 1],
    ['jian-tou', 2],
    ['downtown', 1],
  ],
  lines: [
    {
      key: 'spin',
      code: 'C1711',
      industry: '棉纺纱加工',
      activity: '环锭纺、紧密纺棉纱生产',
      words: ['纺织', '棉业', '纱业'],
      weight: 5,
    },
    {
      key: 'weave',
      code: 'C1712',
      industry: '棉织造加工',
      activity: '坯布、家纺面料织造',
      words: ['织造', '家纺'],
      weight: 3,
    },
    {
      key: 'dye',
      code: 'C1713',
      industry: '棉印染精加工',
      activity: '针织、梭织面料染整',
      words: ['印染', '染整'],
      weight: 2,
    },
    {
      key: 'sew',
      code: 'C1819',
      industry: '其他机织服装制造',
      activity: '服装、劳保用品缝制',
      words: ['服饰', '制衣', '劳保用品'],
      weight: 5,
    },
  ],
  points: [
    point(
      '抓棉机',
      ['facility', 'production'],
      BLOW,
      ['清花一线', '清花二线'],
      [
        ['金属杂质打火引燃棉纤维', 'fire-load', 15],
        ['打手绞伤', 'machine', 15],
      ],
      {
        many: 2,
        lines: COTTON,
        faults: [
          ['抓棉机金属火星探除器报警未复位', '检查探除器，恢复并试验', 'now'],
          ['抓棉小车行走轨道有棉絮缠绕', '停机清理', 'now'],
        ],
      },
    ),
    point(
      '清花机',
      ['facility', 'production'],
      BLOW,
      ['开棉机', '混棉机', '给棉机'],
      [
        ['打手高速旋转绞伤', 'machine', 15],
        ['噪声', 'noise', 3],
      ],
      { many: 4, lines: COTTON },
    ),
    point(
      '梳棉机',
      ['facility', 'production'],
      CARD,
      ['A排', 'B排', 'C排'],
      [
        ['清理盖板花时手部绞伤', 'nip', 15],
        ['锡林摩擦起火', 'fire-load', 7],
      ],
      {
        many: 6,
        lines: COTTON,
        faults: [
          ['梳棉机安全门联锁失灵，开门不停车', '修复联锁，逐台试验'],
          ['梳棉机道夫返花未及时清理', '停机清理', 'now'],
        ],
      },
    ),
    point(
      '并条机',
      ['facility', 'production'],
      CARD,
      ['并条一区', '并条二区'],
      [['罗拉缠绕清理绞手', 'nip', 7]],
      { many: 4, lines: COTTON },
    ),
    point(
      '粗纱机',
      ['facility', 'production'],
      CARD,
      ['粗纱区东', '粗纱区西'],
      [
        ['锭翼甩出打击', 'falling-object', 7],
        ['车头齿轮绞伤', 'machine', 7],
      ],
      { many: 4, lines: COTTON },
    ),
    point(
      '细纱机',
      ['facility', 'production'],
      SPIN,
      ['1—20台区', '21—40台区', '41—60台区'],
      [
        ['接头时罗拉、皮带绞伤', 'nip', 7],
        ['车间噪声', 'noise', 3],
        ['棉尘吸入', 'dust', 3],
      ],
      { many: 8, lines: COTTON },
    ),
    point(
      '细纱车间除尘室',
      ['place', 'environment'],
      ['细纱车间', '空调班', '空调工'],
      ['地下除尘室', '空调室北侧'],
      [
        ['棉絮粉尘堆积遇火花爆燃', 'dust-explosion', 40],
        ['进入清理缺氧', 'confined-space', 15],
      ],
      {
        many: 3,
        lines: COTTON,
        faults: [
          ['除尘室地面积花厚度约3厘米', '立即清理，落实每班清扫', 'now'],
          ['除尘室照明灯具为普通型', '更换防爆防尘灯具'],
          ['蜂窝式除尘机组滤袋破损', '更换滤袋'],
        ],
      },
    ),
    point(
      '络筒机',
      ['facility', 'production'],
      WIND,
      ['自络一区', '自络二区'],
      [['打结器、槽筒伤手', 'machine', 3]],
      { many: 5, lines: COTTON },
    ),
    point(
      '棉花仓库',
      ['place', 'production'],
      ['仓储部', '棉库班', '棉库保管员'],
      ['1号库', '2号库', '露天垛'],
      [
        ['棉包阴燃、电气火灾大面积蔓延', 'fire-load', 100],
        ['棉包垛倒塌砸伤', 'falling-object', 15],
      ],
      {
        many: 3,
        lines: ['spin', 'weave'],
        faults: [
          ['棉库灯具正下方堆放棉包，垂直距离不足0.5米', '倒垛保持灯距', 'now'],
          ['进库叉车未装火星熄灭器', '加装火星熄灭器'],
          ['棉库防雷检测过期', '委托检测'],
        ],
      },
    ),
    point(
      '整经机',
      ['facility', 'production'],
      SIZE,
      ['整经一区', '筒子架'],
      [['经轴落轴挤压', 'lifting', 7]],
      { many: 3, lines: ['weave'] },
    ),
    point(
      '浆纱机',
      ['facility', 'production'],
      SIZE,
      ['烘房', '浆槽'],
      [
        ['烘筒（压力容器）超压', 'pressure-vessel', 15],
        ['压浆辊卷入', 'nip', 15],
        ['高温高湿', 'heat', 3],
      ],
      { many: 2, lines: ['weave'] },
    ),
    point(
      '喷气织机',
      ['facility', 'production'],
      WEAVE,
      ['甲区', '乙区', '丙区'],
      [
        ['处理断头时钢筘夹手', 'machine', 3],
        ['噪声超标', 'noise', 3],
      ],
      { many: 8, lines: ['weave'] },
    ),
    point(
      '织布空调滤尘室',
      ['place', 'environment'],
      WEAVE,
      ['空调室', '地沟'],
      [['短绒堆积火灾', 'dust-explosion', 15]],
      { many: 2, lines: ['weave'] },
    ),
    point(
      '高温高压染色机',
      ['facility', 'production'],
      DYE,
      ['1号缸', '5号缸', '9号缸'],
      [
        ['带压开盖、密封失效喷溅', 'pressure-vessel', 40],
        ['高温染液烫伤', 'steam-burn', 7],
      ],
      {
        many: 8,
        lines: ['dye'],
        faults: [
          ['染色机锅盖安全联锁销未投用', '恢复联锁并试验'],
          ['染色机排汽管支架脱落', '重新固定支架'],
        ],
      },
    ),
    point(
      '染化料间',
      ['place', 'production'],
      DYE,
      ['称料间', '双氧水罐旁'],
      [
        ['保险粉遇水自燃', 'fire-load', 15],
        ['双氧水分解喷出灼伤', 'corrosive', 15],
        ['染料粉尘吸入', 'chemical-exposure', 3],
      ],
      {
        lines: ['dye'],
        faults: [
          ['保险粉与酸类同库存放', '分库存放，防潮垫高'],
          ['双氧水储罐排气孔堵塞', '立即疏通', 'now'],
        ],
      },
    ),
    point(
      '拉幅定型机',
      ['facility', 'production'],
      SET,
      ['1号机', '2号机', '烘箱侧'],
      [
        ['烘箱内油剂、绒毛积聚着火', 'fire-load', 15],
        ['导热油泄漏着火', 'fire-load', 15],
        ['链条夹手', 'nip', 7],
      ],
      { many: 3, lines: ['dye'] },
    ),
    point(
      '烧毛机',
      ['facility', 'production'],
      SET,
      ['烧毛间', '火口'],
      [
        ['燃气泄漏爆燃', 'flammable-gas', 40],
        ['布匹着火', 'fire-load', 7],
      ],
      { lines: ['dye'] },
    ),
    point(
      '导热油锅炉',
      ['facility', 'auxiliary'],
      ['动力车间', '锅炉班', '司炉工'],
      ['油炉房', '膨胀槽'],
      [['导热油超温泄漏着火', 'fire-load', 15]],
      { lines: ['dye'] },
    ),
    point(
      '蒸汽锅炉',
      ['facility', 'auxiliary'],
      ['动力车间', '锅炉班', '司炉工'],
      ['锅炉房', '分汽缸旁'],
      [['缺水、超压爆炸', 'boiler', 40]],
      { lines: ['weave', 'dye', 'sew'] },
    ),
    point(
      '印染污水调节池',
      ['area', 'environment'],
      ['环保车间', '污水班', '污水处理工'],
      ['调节池', '水解池'],
      [
        ['硫化氢中毒', 'confined-space', 40],
        ['淹溺', 'drowning', 15],
      ],
      { many: 2, lines: ['dye'] },
    ),
    point(
      '裁剪区',
      ['area', 'production'],
      ['裁剪车间', '裁剪组', '裁剪工'],
      ['拉布台', '电剪区'],
      [
        ['电剪、带刀割伤', 'machine', 7],
        ['布料堆积火灾', 'fire-load', 7],
      ],
      { many: 3, lines: ['sew'] },
    ),
    point(
      '缝纫流水线',
      ['area', 'production'],
      SEW,
      ['1组', '2组', '3组', '4组'],
      [
        ['机针扎手', 'machine', 1],
        ['人员密集、通道堵塞，火灾疏散不畅', 'fire-load', 40],
      ],
      {
        many: 6,
        lines: ['sew'],
        faults: [
          ['缝制车间疏散通道被半成品筐占用', '立即清理，地面划线', 'now'],
          ['缝制车间一侧安全出口上锁', '立即打开，改装推闩锁', 'now'],
          ['吊挂插座线路缠绕布绒', '断电清理', 'now'],
        ],
      },
    ),
    point(
      '整烫区',
      ['area', 'production'],
      ['后整车间', '整烫组', '整烫工'],
      ['烫台区', '电热蒸汽发生器旁'],
      [
        ['蒸汽烫伤', 'steam-burn', 3],
        ['电熨斗未断电引燃', 'fire-load', 15],
      ],
      { many: 3, lines: ['sew'] },
    ),
    point(
      '充绒间',
      ['place', 'production'],
      ['后整车间', '充绒组', '充绒工'],
      ['充绒室', '羽绒库'],
      [['羽绒飞絮积聚燃烧', 'dust-explosion', 15]],
      { lines: ['sew'] },
    ),
    point(
      '打包机',
      ['facility', 'production'],
      ['后整车间', '打包组', '打包工'],
      ['打包间', '液压打包机'],
      [['压头挤压', 'machine', 7]],
      { many: 2 },
    ),
    point(
      '废棉（下脚料）库',
      ['place', 'environment'],
      ['仓储部', '棉库班', '棉库保管员'],
      ['厂区西北角', '围墙边'],
      [['下脚料自燃', 'fire-load', 15]],
    ),
  ],
}
