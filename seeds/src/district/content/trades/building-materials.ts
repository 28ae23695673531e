import { point, type Trade } from '../trade.ts'

const QUARRY = ['矿山车间', '采剥班', '挖掘机司机'] as const
const CRUSH = ['破碎车间', '破碎班', '破碎工'] as const
const KILN = ['烧成车间', '窑班', '窑巡检工'] as const
const COAL = ['烧成车间', '煤磨班', '煤磨巡检工'] as const
const RAW = ['原料车间', '生料班', '磨机巡检工'] as const
const CEMENT = ['水泥制成车间', '水泥磨班', '磨机巡检工'] as const
const PACK = ['包装车间', '包装班', '包装工'] as const
const MIX = ['搅拌站', '生产班', '搅拌机操作工'] as const
const PRECAST = ['构件车间', '成型班', '成型工'] as const
const BRICK = ['制砖车间', '成型班', '压机工'] as const
const AUTOCLAVE = ['蒸养车间', '蒸压班', '蒸压釜工'] as const
const GLASS = ['熔制车间', '窑炉班', '窑炉工'] as const
const TRUCKS = ['运输队', '车辆班', '驾驶员'] as const
const CEMENT_LINE = ['cement']

export const BUILDING_MATERIALS: Trade = {
  key: 'building-materials',
  kind: 'general',
  office: 'JY',
  share: 22,
  size: [11, 48],
  employees: [25, 520],
  clusters: [
    ['jian-tou', 4],
    ['zhang-shan', 4],
    ['north-hills', 3],
    ['ni-gou', 1],
    ['canal-west', 1],
  ],
  lines: [
    {
      key: 'cement',
      code: 'C3011',
      industry: '水泥制造',
      activity: '新型干法水泥熟料、水泥生产',
      words: ['水泥', '建材'],
      weight: 3,
    },
    {
      key: 'stone',
      code: 'B1011',
      industry: '石灰石、石膏开采',
      activity: '建筑石料开采与机制砂加工',
      words: ['矿业', '石料', '砂石'],
      weight: 4,
    },
    {
      key: 'concrete',
      code: 'C3021',
      industry: '水泥制品制造',
      activity: '预拌混凝土、预制构件生产',
      words: ['商砼', '混凝土', '构件'],
      weight: 6,
    },
    {
      key: 'brick',
      code: 'C3031',
      industry: '粘土砖瓦及建筑砌块制造',
      activity: '蒸压加气混凝土砌块、煤矸石烧结砖生产',
      words: ['新型墙材', '墙体材料'],
      weight: 5,
    },
    {
      key: 'glass',
      code: 'C3054',
      industry: '日用玻璃制品制造',
      activity: '玻璃瓶罐生产',
      words: ['玻璃制品', '玻璃'],
      weight: 2,
    },
  ],
  points: [
    point(
      '回转窑',
      ['facility', 'production'],
      KILN,
      ['窑头平台', '窑中轮带处', '窑尾'],
      [
        ['窑头正压返火灼烫', 'scald', 15],
        ['处理结圈时高温物料喷出', 'heat', 7],
        ['托轮、轮带处绞伤', 'machine', 7],
      ],
      {
        many: 2,
        lines: CEMENT_LINE,
        faults: [
          ['窑头罩密封破损，正压时有返火痕迹', '停窑时更换密封，临时设警戒区'],
          ['回转窑托轮瓦测温点失准', '更换测温元件并校验'],
        ],
      },
    ),
    point(
      '预热器及分解炉',
      ['facility', 'production'],
      KILN,
      ['预热器三层', '预热器五层', '分解炉平台'],
      [
        ['清堵时高温生料塌落喷出灼烫', 'scald', 40],
        ['高层平台坠落', 'height', 15],
      ],
      {
        many: 3,
        lines: CEMENT_LINE,
        faults: [
          ['预热器清堵作业未办理审批，人员未穿隔热服', '停止清堵，重新审批交底，配齐隔热服', 'now'],
          ['预热器平台护栏锈蚀开焊', '补焊加固护栏'],
        ],
      },
    ),
    point(
      '篦冷机',
      ['facility', 'production'],
      KILN,
      ['一段', '破碎机前', '检修门'],
      [
        ['入内检修时熟料塌落灼烫', 'collapse', 15],
        ['篦床误启动挤压', 'maintenance', 15],
      ],
      { lines: CEMENT_LINE },
    ),
    point(
      '筒型储存型煤磨',
      ['facility', 'production'],
      COAL,
      ['煤磨房一层', '煤粉仓顶'],
      [
        ['煤粉自燃、CO浓度超限爆炸', 'dust-explosion', 100],
        ['CO泄漏中毒', 'coal-gas', 15],
      ],
      {
        lines: CEMENT_LINE,
        faults: [
          ['煤粉仓CO在线分析仪显示异常', '标定分析仪，恢复与CO2灭火联锁'],
          ['煤磨袋收尘防爆阀重锤卡涩', '检修防爆阀并试验动作'],
          ['煤磨房消防水与CO2灭火装置压力低', '补充CO2并检查泄漏'],
        ],
      },
    ),
    point(
      '煤粉输送及袋收尘',
      ['facility', 'production'],
      COAL,
      ['煤粉秤平台', '袋收尘顶部'],
      [['积粉自燃爆燃', 'dust-explosion', 40]],
      { lines: CEMENT_LINE },
    ),
    point(
      '生料立磨',
      ['facility', 'production'],
      RAW,
      ['立磨平台', '选粉机层'],
      [
        ['磨内检修吊装辊套挤压', 'lifting', 15],
        ['热风入磨内窒息灼烫', 'confined-space', 15],
      ],
      { lines: CEMENT_LINE },
    ),
    point(
      '生料均化库',
      ['facility', 'production'],
      RAW,
      ['库顶', '库底'],
      [
        ['清库作业物料塌落掩埋', 'collapse', 100],
        ['库顶人孔坠落', 'height', 15],
      ],
      {
        many: 2,
        lines: CEMENT_LINE,
        faults: [
          ['均化库库顶人孔未上锁', '上锁并设置防坠网', 'now'],
          ['清库作业方案未经审批', '停止清库，编制方案并审批'],
        ],
      },
    ),
    point(
      '水泥球磨机',
      ['facility', 'production'],
      CEMENT,
      ['磨机东侧', '主减速机旁'],
      [
        ['磨机周围未设护栏绞伤', 'machine', 15],
        ['噪声', 'noise', 3],
      ],
      { many: 3, lines: CEMENT_LINE },
    ),
    point(
      '辊压机',
      ['facility', 'production'],
      CEMENT,
      ['辊压机平台', '称重仓下'],
      [
        ['侧挡板处卷入', 'nip', 15],
        ['液压系统高压油喷射', 'machine', 3],
      ],
      { many: 2, lines: CEMENT_LINE },
    ),
    point(
      '水泥筒仓',
      ['facility', 'production'],
      PACK,
      ['1#仓顶', '散装库底'],
      [
        ['清仓掩埋窒息', 'collapse', 40],
        ['仓顶除尘检修坠落', 'height', 15],
      ],
      { many: 6, lines: CEMENT_LINE },
    ),
    point(
      '八嘴回转包装机',
      ['facility', 'production'],
      PACK,
      ['包装楼二层', '2号机'],
      [
        ['插袋时机械碰伤', 'machine', 3],
        ['粉尘吸入', 'dust', 3],
      ],
      { many: 3, lines: CEMENT_LINE },
    ),
    point(
      '余热发电锅炉',
      ['facility', 'auxiliary'],
      ['余热电站', '运行班', '锅炉工'],
      ['AQC炉', 'SP炉'],
      [
        ['超压、缺水爆管', 'boiler', 40],
        ['蒸汽管道泄漏', 'steam-burn', 15],
      ],
      { many: 2, lines: CEMENT_LINE },
    ),
    point(
      '氨水罐（脱硝）',
      ['facility', 'environment'],
      ['烧成车间', '环保班', '脱硝工'],
      ['氨水站', '卸氨区'],
      [['氨水泄漏中毒、灼伤', 'ammonia', 15]],
      { lines: ['cement', 'glass'] },
    ),
    point(
      '露天采场边坡',
      ['area', 'production'],
      QUARRY,
      ['+85米台阶', '+70米台阶', '东帮', '西帮'],
      [
        ['边坡浮石、滑坡坍塌', 'collapse', 100],
        ['台阶边缘车辆坠落', 'road-vehicle', 15],
      ],
      {
        many: 4,
        lines: ['stone'],
        faults: [
          ['采场台阶坡面有浮石、伞檐', '撤离下方设备，机械排险'],
          ['台阶高度超过设计2米', '停止该台阶开采，分层推进至设计高度'],
          ['采场截水沟淤堵', '清淤疏通，汛前验收'],
        ],
      },
    ),
    point(
      '深孔爆破作业',
      ['activity', 'production'],
      ['矿山车间', '爆破班', '爆破员'],
      ['爆区', '起爆站'],
      [
        ['警戒不到位飞石伤人', 'blasting', 40],
        ['盲炮处理不当', 'blasting', 40],
      ],
      { many: 2, lines: ['stone'] },
    ),
    point(
      '矿用自卸车运输',
      ['activity', 'operation'],
      TRUCKS,
      ['上山道路', '卸矿平台', '重车下坡段'],
      [
        ['重车制动失效侧翻', 'road-vehicle', 40],
        ['卸矿平台无挡墙坠落', 'height', 15],
      ],
      {
        many: 3,
        lines: ['stone', 'cement'],
        faults: [
          ['卸矿平台车挡高度不足轮胎直径的1/2', '加高加固车挡', 'now'],
          ['矿山道路外侧未设挡墙', '补筑挡墙，设反光警示'],
          ['自卸车制动检测报告缺失', '补检，检测合格前停运'],
        ],
      },
    ),
    point(
      '颚式破碎机',
      ['facility', 'production'],
      CRUSH,
      ['一破平台', '下料口'],
      [
        ['清理卡料飞溅、坠入', 'machine', 15],
        ['粉尘', 'dust', 3],
      ],
      { many: 3, lines: ['stone', 'cement', 'brick'] },
    ),
    point(
      '反击式破碎机',
      ['facility', 'production'],
      CRUSH,
      ['二破车间', '检修门'],
      [['检修时转子转动挤压', 'maintenance', 15]],
      { many: 3, lines: ['stone'] },
    ),
    point(
      '制砂机',
      ['facility', 'production'],
      CRUSH,
      ['制砂楼', '三层'],
      [
        ['噪声、粉尘', 'noise', 3],
        ['振动筛绞伤', 'machine', 7],
      ],
      { many: 3, lines: ['stone'] },
    ),
    point(
      '长皮带输送机',
      ['facility', 'production'],
      CRUSH,
      ['1#皮带廊', '2#皮带廊', '驱动站'],
      [
        ['清扫滚筒时卷入', 'conveyor', 15],
        ['廊道火灾', 'fire-load', 7],
      ],
      { many: 6, lines: ['stone', 'cement'] },
    ),
    point(
      '骨料堆棚',
      ['area', 'production'],
      ['堆场车间', '铲车班', '装载机司机'],
      ['一号棚', '二号棚', '上料口'],
      [
        ['料堆坍塌掩埋', 'collapse', 15],
        ['装载机倒车碾压', 'road-vehicle', 15],
      ],
      { many: 3, lines: ['stone', 'concrete', 'cement'] },
    ),
    point(
      '混凝土搅拌主机',
      ['facility', 'production'],
      MIX,
      ['1号线', '2号线', '搅拌楼二层'],
      [
        ['入机清理时误启动绞伤', 'maintenance', 40],
        ['外加剂接触', 'chemical-exposure', 1],
      ],
      {
        many: 3,
        lines: ['concrete'],
        faults: [
          ['搅拌机检修门与主机无联锁', '加装检修门断电联锁'],
          ['清理搅拌机未取走操作台钥匙', '执行上锁挂牌，一人一锁', 'now'],
        ],
      },
    ),
    point(
      '斜皮带上料',
      ['facility', 'production'],
      MIX,
      ['斜皮带', '待料斗'],
      [['清理积料卷入', 'conveyor', 15]],
      { many: 3, lines: ['concrete'] },
    ),
    point(
      '粉料筒仓',
      ['facility', 'production'],
      MIX,
      ['1#仓顶', '仓顶除尘平台'],
      [
        ['清仓掩埋窒息', 'collapse', 40],
        ['打料压力过高仓顶爆裂', 'pressure-vessel', 7],
        ['仓顶除尘检修坠落', 'height', 15],
      ],
      { many: 4, lines: ['concrete'] },
    ),
    point(
      '混凝土搅拌运输车',
      ['activity', 'operation'],
      TRUCKS,
      ['厂区出口', '冲洗区', '装料口'],
      [
        ['右转盲区碾压', 'road-vehicle', 15],
        ['清理罐内作业绞伤', 'confined-space', 15],
      ],
      { many: 4, lines: ['concrete'] },
    ),
    point(
      '三级沉淀池',
      ['area', 'environment'],
      MIX,
      ['沉淀池北', '砂石分离机旁'],
      [['池边无护栏淹溺', 'drowning', 15]],
      { lines: ['concrete', 'stone'] },
    ),
    point(
      '预制构件起吊',
      ['activity', 'production'],
      PRECAST,
      ['生产线端头', '堆场龙门吊'],
      [
        ['吊点失效构件坠落', 'lifting', 40],
        ['构件堆放倾覆', 'falling-object', 15],
      ],
      { many: 4, lines: ['concrete'] },
    ),
    point(
      '钢筋加工',
      ['place', 'production'],
      PRECAST,
      ['调直机', '弯曲机', '焊接区'],
      [
        ['钢筋弹出伤人', 'falling-object', 7],
        ['调直机绞手', 'machine', 7],
      ],
      { many: 3, lines: ['concrete'] },
    ),
    point(
      '预应力张拉',
      ['activity', 'production'],
      PRECAST,
      ['张拉台座', '放张区'],
      [['钢绞线断裂弹射', 'falling-object', 15]],
      { many: 2, lines: ['concrete'] },
    ),
    point(
      '蒸压釜',
      ['facility', 'production'],
      AUTOCLAVE,
      ['1号釜', '釜前', '釜后摆渡车'],
      [
        ['釜门未闭锁到位带压开启爆炸', 'pressure-vessel', 100],
        ['排汽烫伤', 'steam-burn', 7],
      ],
      {
        many: 6,
        lines: ['brick'],
        faults: [
          ['蒸压釜安全联锁手柄可强制扳动', '修复联锁装置，修复前停用'],
          ['蒸压釜阻汽阀排水不畅，釜内积水', '疏通排凝管路'],
        ],
      },
    ),
    point(
      '加气发泡配料楼',
      ['place', 'production'],
      BRICK,
      ['铝粉间', '配料平台'],
      [
        ['铝粉受潮、遇火花爆炸', 'dust-explosion', 40],
        ['浇注行车碰撞', 'lifting', 7],
      ],
      {
        lines: ['brick'],
        faults: [
          ['铝粉间存放量超过两班用量', '立即转移超量铝粉，按当班用量领用', 'now'],
          ['铝粉间未使用防爆工具', '更换铜制防爆工具', 'now'],
        ],
      },
    ),
    point(
      '翻转切割机',
      ['facility', 'production'],
      BRICK,
      ['切割线', '翻转台'],
      [
        ['钢丝断裂弹伤', 'machine', 7],
        ['翻转吊具坠落', 'lifting', 15],
      ],
      { many: 2, lines: ['brick'] },
    ),
    point(
      '全自动压砖机',
      ['facility', 'production'],
      BRICK,
      ['1号机', '2号机', '模具区'],
      [['清模时压头下落挤压', 'machine', 15]],
      { many: 3, lines: ['brick'] },
    ),
    point(
      '隧道窑',
      ['facility', 'production'],
      ['焙烧车间', '焙烧班', '烧窑工'],
      ['窑门', '窑车轨道', '窑顶'],
      [
        ['进窑处理塌坯高温灼烫', 'scald', 15],
        ['烟气CO中毒', 'coal-gas', 40],
        ['窑车挤压', 'machine', 7],
      ],
      { many: 2, lines: ['brick'] },
    ),
    point(
      '玻璃熔窑',
      ['facility', 'production'],
      GLASS,
      ['投料口', '熔化部', '流液洞'],
      [
        ['漏料引发火灾灼烫', 'scald', 40],
        ['天然气泄漏爆燃', 'flammable-gas', 40],
      ],
      { many: 2, lines: ['glass'] },
    ),
    point(
      '行列式制瓶机',
      ['facility', 'production'],
      ['成型车间', '制瓶班', '制瓶工'],
      ['1号线', '2号线', '供料机'],
      [
        ['高温玻璃料烫伤', 'scald', 7],
        ['换模夹手', 'machine', 7],
        ['噪声', 'noise', 3],
      ],
      { many: 4, lines: ['glass'] },
    ),
    point(
      '配合料制备楼',
      ['place', 'production'],
      GLASS,
      ['混料机层', '称量层', '碎玻璃破碎'],
      [
        ['清理混料机绞伤', 'maintenance', 15],
        ['石英粉尘（矽尘）吸入', 'dust', 7],
        ['皮带卷入', 'conveyor', 15],
      ],
      { many: 2, lines: ['glass'] },
    ),
    point(
      '天然气调压计量站',
      ['facility', 'auxiliary'],
      ['动力车间', '燃气班', '燃气管理员'],
      ['调压箱', '计量撬'],
      [['燃气泄漏聚集爆炸', 'flammable-gas', 40]],
      { lines: ['glass', 'brick'] },
    ),
    point(
      '蓄热室及烟道',
      ['facility', 'production'],
      GLASS,
      ['1#换向器', '烟道闸板'],
      [
        ['换向失灵烟气倒灌中毒', 'coal-gas', 15],
        ['高温热辐射灼烫', 'scald', 7],
      ],
      { lines: ['glass'] },
    ),
    point(
      '低压空压站',
      ['place', 'auxiliary'],
      ['动力车间', '空压班', '空压机工'],
      ['1#离心机', '储气罐区'],
      [
        ['储气罐超压爆裂', 'pressure-vessel', 15],
        ['噪声', 'noise', 3],
      ],
      { many: 2, lines: ['glass'] },
    ),
    point(
      '模具修理间',
      ['place', 'auxiliary'],
      ['成型车间', '修模班', '修模工'],
      ['喷焊区', '抛光区'],
      [
        ['喷焊气体泄漏', 'gas-cylinder', 15],
        ['抛光粉尘', 'dust', 3],
      ],
      { lines: ['glass'] },
    ),
    point(
      '退火窑及冷端',
      ['facility', 'production'],
      ['成型车间', '检验班', '检验工'],
      ['退火窑尾', '冷端输送'],
      [
        ['玻璃碎片割伤手脚，未穿防刺穿鞋', 'slip', 3],
        ['输瓶带夹手', 'conveyor', 3],
      ],
      { many: 3, lines: ['glass'] },
    ),
  ],
}
