import { point, type PointTemplate } from './trade.ts'

const ELECTRICIAN = ['动力车间', '电气班', '电工'] as const
const STORES = ['仓储部', '仓管班', '仓管员'] as const
const OFFICE = ['综合管理部', '后勤班', '后勤管理员'] as const

/** What any plant has. `*` is one of its own departments. */
export const COMMON_POINTS: readonly PointTemplate[] = [
  point(
    '高低压配电室',
    ['place', 'auxiliary'],
    ELECTRICIAN,
    ['东侧', '一层北端', '主厂房西侧'],
    [
      ['电缆接头过热、绝缘老化短路引发火灾', 'switchgear', 15],
      ['误操作、带负荷拉闸造成电弧触电', 'electric', 15],
    ],
    { many: 2 },
  ),
  point(
    '变压器',
    ['facility', 'auxiliary'],
    ELECTRICIAN,
    ['箱变区', '厂区东北角', '室外变台'],
    [
      ['油位不足、绝缘击穿引起喷油着火', 'switchgear', 7],
      ['围栏失效，人员误入触电', 'electric', 15],
    ],
    { many: 2 },
  ),
  point(
    '动力配电箱',
    ['facility', 'equipment'],
    ['*', '电气维修班', '维修电工'],
    ['南墙', '立柱旁', '操作台后', '入口处'],
    [
      ['箱体带电、漏电保护失效造成触电', 'electric', 7],
      ['接线松动打火引燃周边可燃物', 'switchgear', 3],
    ],
    { many: 3 },
  ),
  point(
    '空压机及储气罐',
    ['facility', 'auxiliary'],
    ['动力车间', '空压班', '空压机工'],
    ['空压站房', '辅房一层', '厂房外廊'],
    [
      ['储气罐超压、腐蚀减薄引起爆裂', 'pressure-vessel', 7],
      ['机组运行噪声超标', 'noise', 3],
    ],
  ),
  point(
    '叉车作业',
    ['activity', 'operation'],
    ['仓储部', '装卸班', '叉车司机'],
    ['成品库门前', '原料通道', '装卸平台'],
    [
      ['超速、视线受阻碰撞行人', 'forklift', 7],
      ['货物超高失稳砸伤', 'falling-object', 3],
    ],
    { many: 2 },
  ),
  point(
    '叉车充电区',
    ['area', 'auxiliary'],
    ['仓储部', '装卸班', '叉车司机'],
    ['仓库西侧', '充电棚'],
    [
      ['过充、短路引燃周边可燃物', 'battery', 7],
      ['电解液飞溅灼伤', 'corrosive', 3],
    ],
  ),
  point(
    '原料仓库',
    ['place', 'production'],
    STORES,
    ['A区', 'B区', '北库'],
    [
      ['可燃物品堆放密集，电气或外来火种引发火灾', 'fire-load', 7],
      ['堆垛不稳倾倒伤人', 'falling-object', 3],
    ],
    { many: 2 },
  ),
  point(
    '成品仓库',
    ['place', 'production'],
    STORES,
    ['1区', '2区', '南库'],
    [
      ['包装材料遇明火燃烧', 'fire-load', 7],
      ['装卸时货物跌落', 'falling-object', 3],
    ],
    { many: 2 },
  ),
  point(
    '五金备件库',
    ['place', 'auxiliary'],
    STORES,
    ['辅房', '机修旁'],
    [
      ['油漆、油品混存遇火源燃烧', 'fire-load', 3],
      ['货架超载倾覆', 'falling-object', 3],
    ],
  ),
  point(
    '危险废物暂存间',
    ['place', 'environment'],
    ['安全环保部', '环保班', '环保管理员'],
    ['厂区西北角', '污水站旁'],
    [
      ['废油、废溶剂挥发遇火燃烧', 'flammable-liquid', 7],
      ['残液接触皮肤、吸入中毒', 'chemical-exposure', 3],
    ],
  ),
  point(
    '动火作业',
    ['activity', 'operation'],
    ['*', '检修班', '焊工'],
    ['设备检修现场', '管廊下', '钢平台'],
    [
      ['焊渣飞溅引燃可燃物', 'hot-work', 15],
      ['焊接烟尘吸入', 'dust', 1],
    ],
    { many: 3 },
  ),
  point(
    '登高检修作业',
    ['activity', 'operation'],
    ['*', '检修班', '维修工'],
    ['屋面', '设备顶部平台', '桥架'],
    [
      ['未系安全带、护栏缺失坠落', 'height', 15],
      ['高处工具坠落伤人', 'falling-object', 7],
    ],
    { many: 3 },
  ),
  point(
    '临时用电',
    ['activity', 'operation'],
    ['*', '电气维修班', '维修电工'],
    ['检修区', '施工点'],
    [['线路破损、无漏保触电', 'temporary-power', 7]],
    { many: 2 },
  ),
  point(
    '设备检维修作业',
    ['activity', 'operation'],
    ['*', '检修班', '维修工'],
    ['主机区', '辅机区', '传动侧'],
    [
      ['未断电挂牌，误启动绞伤', 'maintenance', 15],
      ['拆卸时部件坠落砸伤', 'falling-object', 3],
    ],
    { many: 3 },
  ),
  point(
    '化粪池、污水井清掏',
    ['activity', 'operation'],
    OFFICE,
    ['宿舍楼后', '厂区南侧', '污水井'],
    [
      ['硫化氢聚集，盲目进入中毒窒息', 'confined-space', 40],
      ['井口未防护坠落', 'height', 7],
    ],
  ),
  point(
    '厂内道路',
    ['area', 'environment'],
    ['综合管理部', '保卫班', '门卫'],
    ['主干道', '东门路口', '物流门'],
    [
      ['外来货车超速、倒车碰撞行人', 'road-vehicle', 7],
      ['雨雪湿滑跌倒', 'slip', 1],
    ],
  ),
  point(
    '职工食堂',
    ['place', 'auxiliary'],
    ['综合管理部', '食堂班', '厨师'],
    ['后厨', '操作间'],
    [
      ['燃气泄漏遇火爆燃', 'flammable-gas', 15],
      ['和面机、绞肉机绞手', 'machine', 3],
      ['油锅过热起火', 'fire-load', 3],
    ],
  ),
  point(
    '职工宿舍',
    ['place', 'auxiliary'],
    OFFICE,
    ['宿舍楼二层', '宿舍楼'],
    [['违规用电、卧床吸烟引发火灾', 'public-fire', 7]],
  ),
  point(
    '办公楼',
    ['place', 'auxiliary'],
    OFFICE,
    ['档案室', '机房', '三楼'],
    [
      ['电气线路老化短路起火', 'public-fire', 3],
      ['楼梯湿滑跌伤', 'slip', 1],
    ],
  ),
  point(
    '消防泵房',
    ['place', 'auxiliary'],
    ['安全环保部', '消防班', '消防控制室值班员'],
    ['消防水池旁', '地下泵房'],
    [
      ['泵组故障不能启动，延误灭火', 'management', 3],
      ['消防水池无盖板落水', 'drowning', 7],
    ],
  ),
  point(
    '污水处理站',
    ['area', 'environment'],
    ['安全环保部', '污水班', '污水处理工'],
    ['调节池', '厌氧池', '污泥脱水间'],
    [
      ['池边护栏缺失落水', 'drowning', 15],
      ['清淤时硫化氢中毒', 'confined-space', 40],
      ['加药酸碱灼伤', 'corrosive', 3],
    ],
  ),
  point(
    '机修间',
    ['place', 'auxiliary'],
    ['动力车间', '机修班', '钳工'],
    ['砂轮机区', '车床区', '钻床区'],
    [
      ['砂轮破裂、钻头绞伤', 'machine', 7],
      ['焊接气瓶存放不当', 'gas-cylinder', 7],
    ],
  ),
  point(
    '电梯（货梯）',
    ['facility', 'equipment'],
    ['*', '生产一班', '电梯操作员'],
    ['东侧井道', '西侧井道'],
    [
      ['层门联锁失效剪切、坠落', 'height', 7],
      ['超载运行', 'lifting', 7],
    ],
  ),
  point(
    '屋顶光伏',
    ['facility', 'auxiliary'],
    ELECTRICIAN,
    ['主厂房屋面', '仓库屋面'],
    [
      ['直流拉弧起火', 'switchgear', 7],
      ['清洗组件时坠落', 'height', 15],
    ],
  ),
  point(
    '安全教育培训',
    ['activity', 'management'],
    ['安全环保部', '安全组', '安全员'],
    ['培训室', '会议室'],
    [['新员工未经三级教育上岗', 'management', 3]],
  ),
  point(
    '承包商作业',
    ['activity', 'management'],
    ['安全环保部', '安全组', '安全员'],
    ['施工现场', '技改现场'],
    [
      ['资质审查不严、以包代管', 'management', 7],
      ['交叉作业无人协调', 'maintenance', 7],
    ],
  ),
  point(
    '厂区施工改造现场',
    ['area', 'construction'],
    ['工程部', '项目组', '项目负责人'],
    ['扩建车间', '管网改造段'],
    [
      ['基坑边坡失稳坍塌', 'collapse', 15],
      ['脚手架失稳坠落', 'height', 15],
    ],
  ),
  point(
    '化验室',
    ['place', 'auxiliary'],
    ['质检部', '化验班', '化验员'],
    ['二楼', '理化室'],
    [
      ['酸碱试剂灼伤', 'corrosive', 3],
      ['气瓶泄漏', 'gas-cylinder', 3],
      ['有机试剂挥发吸入', 'chemical-exposure', 1],
    ],
  ),
]
