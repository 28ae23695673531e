import { point, type Trade } from '../trade.ts'

const REACT = ['合成车间', '反应班', '反应釜操作工'] as const
const DISTIL = ['合成车间', '精馏班', '精馏操作工'] as const
const CHLORINE = ['氯化车间', '氯化班', '氯化操作工'] as const
const TANKS = ['储运车间', '罐区班', '罐区操作工'] as const
const DRY = ['后处理车间', '干燥班', '干燥操作工'] as const
const UTILITY = ['公用工程车间', '制冷班', '制冷工'] as const
const CONTROL = ['生产调度室', '中控班', '内操'] as const
const FINE = ['fine', 'chlor']

export const CHEMICALS: Trade = {
  key: 'chemicals',
  kind: 'high-risk-plant',
  office: 'AJ',
  share: 17,
  size: [18, 60],
  employees: [40, 420],
  majorHazards: 0.45,
  clusters: [
    ['chemical-park', 7],
    ['ni-gou', 2],
    ['ma-lan', 1],
  ],
  lines: [
    {
      key: 'fine',
      code: 'C2614',
      industry: '有机化学原料制造',
      activity: '医药、染料中间体等精细化学品生产',
      words: ['精细化工', '化学', '新材料'],
      weight: 5,
    },
    {
      key: 'chlor',
      code: 'C2661',
      industry: '化学试剂和助剂制造',
      activity: '氯代芳烃、水处理剂生产',
      words: ['化工', '助剂'],
      weight: 3,
    },
    {
      key: 'coating',
      code: 'C2641',
      industry: '涂料制造',
      activity: '水性、溶剂型涂料和树脂生产',
      words: ['涂料', '树脂'],
      weight: 3,
    },
    {
      key: 'fertiliser',
      code: 'C2624',
      industry: '复混肥料制造',
      activity: '复合肥、缓释肥生产',
      words: ['肥业', '生态肥料'],
      weight: 2,
    },
  ],
  points: [
    point(
      '硝化反应釜',
      ['facility', 'production'],
      REACT,
      ['硝化工段二层', '硝化楼'],
      [
        ['冷却失效、滴加过快反应失控爆炸', 'reaction', 100],
        ['混酸泄漏灼伤', 'corrosive', 15],
      ],
      {
        many: 3,
        lines: ['fine'],
        faults: [
          ['硝化釜滴加阀内漏，关闭后仍有流量', '拆检更换调节阀，期间停止投料'],
          ['硝化釜紧急冷却水阀开关时间超设计值', '检修执行机构，复测开关时间'],
        ],
      },
    ),
    point(
      '加氢反应釜',
      ['facility', 'production'],
      REACT,
      ['加氢工段', '防爆墙内'],
      [
        ['氢气泄漏遇火爆炸', 'flammable-gas', 100],
        ['废催化剂暴露空气自燃，引燃氢气', 'reaction', 15],
      ],
      { many: 3, lines: ['fine'] },
    ),
    point(
      '重氮化反应釜',
      ['facility', 'production'],
      REACT,
      ['重氮工段', '二层平台'],
      [
        ['温度失控重氮盐分解爆炸', 'reaction', 100],
        ['亚硝气逸出中毒', 'toxic-gas', 15],
      ],
      { many: 2, lines: ['fine'] },
    ),
    point(
      '缩合反应釜',
      ['facility', 'production'],
      REACT,
      ['合成一层', '合成二层', '合成三层'],
      [
        ['溶剂蒸气泄漏闪爆', 'flammable-liquid', 40],
        ['投料口有机蒸气吸入', 'chemical-exposure', 3],
      ],
      {
        many: 6,
        lines: FINE,
        faults: [
          ['反应釜人孔垫片老化，有溶剂气味', '更换垫片并检漏'],
          ['反应釜氮封压力低于设定值', '检查减压阀，恢复氮封压力', 'now'],
        ],
      },
    ),
    point(
      '氯气钢瓶间',
      ['place', 'production'],
      CHLORINE,
      ['氯瓶库', '汽化间'],
      [
        ['瓶阀、针型阀泄漏氯气中毒', 'toxic-gas', 100],
        ['吊运钢瓶坠落', 'lifting', 15],
      ],
      {
        lines: ['chlor'],
        faults: [
          ['氯气钢瓶间中和池盖板关闭，钢瓶无法紧急推入', '打开盖板并清理通道，每班检查', 'now'],
          ['氯瓶电子秤失准', '校准或更换电子秤'],
        ],
      },
    ),
    point(
      '氯化反应釜',
      ['facility', 'production'],
      CHLORINE,
      ['氯化工段', '氯化楼二层'],
      [
        ['通氯过量、冷却失效超温超压', 'reaction', 100],
        ['尾气吸收失效氯化氢外逸', 'toxic-gas', 40],
      ],
      { many: 4, lines: ['chlor'] },
    ),
    point(
      '尾气吸收塔',
      ['facility', 'environment'],
      ['公用工程车间', '环保班', '环保操作工'],
      ['吸收区', '楼顶平台'],
      [
        ['循环泵停运有毒尾气排放', 'toxic-gas', 15],
        ['塔顶检修坠落', 'height', 15],
      ],
      { many: 2, lines: FINE },
    ),
    point(
      '精馏塔',
      ['facility', 'production'],
      DISTIL,
      ['塔区', '精馏框架四层'],
      [
        ['塔釜超温干塔、系统泄漏着火', 'flammable-liquid', 40],
        ['釜残过热分解爆炸，未按时排残', 'reaction', 40],
      ],
      { many: 4, lines: FINE },
    ),
    point(
      '溶剂回收冷凝器',
      ['facility', 'production'],
      DISTIL,
      ['精馏框架顶层', '回收工段'],
      [['循环水中断溶剂蒸气外逸', 'flammable-liquid', 15]],
      { many: 3, lines: FINE },
    ),
    point(
      '甲醇储罐',
      ['facility', 'production'],
      TANKS,
      ['甲类罐区', '一号罐组'],
      [
        ['罐体、管线泄漏遇火源爆炸', 'flammable-liquid', 100],
        ['呼吸阀失效憋压', 'static', 15],
      ],
      { many: 2, lines: ['fine', 'chlor', 'coating'] },
    ),
    point(
      '甲苯储罐',
      ['facility', 'production'],
      TANKS,
      ['甲类罐区', '二号罐组'],
      [
        ['冒罐、泄漏着火', 'flammable-liquid', 100],
        ['检尺取样静电放电', 'static', 15],
      ],
      { many: 2, lines: ['fine', 'chlor', 'coating'] },
    ),
    point(
      '液碱储罐',
      ['facility', 'production'],
      TANKS,
      ['酸碱罐区', '东罐组'],
      [['罐底腐蚀泄漏灼伤', 'corrosive', 15]],
      { many: 2, lines: FINE },
    ),
    point(
      '盐酸（硫酸）储罐',
      ['facility', 'production'],
      TANKS,
      ['酸碱罐区', '西罐组'],
      [
        ['卸酸软管脱落喷溅灼伤', 'corrosive', 15],
        ['酸雾吸入', 'chemical-exposure', 3],
      ],
      { many: 3, lines: FINE },
    ),
    point(
      '槽车装卸台',
      ['place', 'operation'],
      TANKS,
      ['1号鹤位', '2号鹤位'],
      [
        ['装卸静电放电、软管脱落着火', 'flammable-liquid', 40],
        ['车辆误动拉断鹤管', 'road-vehicle', 15],
      ],
      {
        many: 3,
        lines: ['fine', 'chlor', 'coating'],
        faults: [
          ['鹤管拉断阀未安装', '加装拉断阀'],
          ['装卸台接地报警仪探头损坏', '更换探头并做联锁试验'],
          ['槽车停车位无轮挡', '配置防爆轮挡', 'now'],
        ],
      },
    ),
    point(
      '甲类仓库',
      ['place', 'production'],
      ['储运车间', '库管班', '危化品库管员'],
      ['一号防火分区', '二号防火分区'],
      [
        ['禁忌物混存，桶装溶剂泄漏着火', 'flammable-liquid', 40],
        ['堆码过高倾倒', 'falling-object', 3],
      ],
      {
        many: 2,
        faults: [
          ['甲类仓库氧化剂与还原剂同区存放', '立即分库存放，更新配存表'],
          ['甲类仓库温湿度计损坏', '更换并恢复每日记录', 'now'],
        ],
      },
    ),
    point(
      '工艺物料管廊',
      ['facility', 'pipeline'],
      TANKS,
      ['东西向主管廊', '3号支架'],
      [
        ['管道腐蚀、法兰泄漏', 'flammable-liquid', 15],
        ['车辆超高碰撞管架', 'road-vehicle', 7],
      ],
      { many: 3 },
    ),
    point(
      '双锥真空干燥机',
      ['facility', 'production'],
      DRY,
      ['干燥间', '洁净区'],
      [
        ['溶剂残留、静电引发闪爆', 'static', 40],
        ['回转挤压', 'machine', 7],
      ],
      { many: 4, lines: FINE },
    ),
    point(
      '气流粉碎机',
      ['facility', 'production'],
      DRY,
      ['粉碎间', '二层'],
      [
        ['有机粉尘爆炸', 'dust-explosion', 40],
        ['噪声', 'noise', 3],
      ],
      { many: 2, lines: FINE },
    ),
    point(
      '离心机',
      ['facility', 'production'],
      DRY,
      ['离心工段', '湿品间'],
      [
        ['未充氮，摩擦静电引燃溶剂', 'static', 40],
        ['开盖时转鼓未停绞伤', 'machine', 15],
      ],
      {
        many: 4,
        lines: FINE,
        faults: [
          ['离心机氧含量在线分析仪未投用', '恢复投用并与充氮、停机联锁'],
          ['离心机盖联锁失效', '修复联锁，修复前停用'],
        ],
      },
    ),
    point(
      '氨制冷机组',
      ['facility', 'auxiliary'],
      UTILITY,
      ['冷冻站', '机组东侧'],
      [
        ['氨泄漏中毒、爆炸', 'ammonia', 40],
        ['噪声', 'noise', 3],
      ],
      { lines: FINE },
    ),
    point(
      '导热油炉',
      ['facility', 'auxiliary'],
      UTILITY,
      ['油炉房', '油炉房膨胀槽平台'],
      [
        ['导热油泄漏自燃', 'fire-load', 15],
        ['燃气泄漏爆燃', 'flammable-gas', 40],
      ],
      { many: 2, lines: ['fine', 'chlor', 'coating'] },
    ),
    point(
      'RTO焚烧炉',
      ['facility', 'environment'],
      UTILITY,
      ['环保区', 'RTO入口缓冲罐'],
      [
        ['废气浓度超限回火爆炸', 'flammable-gas', 40],
        ['高温表面烫伤', 'scald', 3],
      ],
      { lines: ['fine', 'chlor', 'coating'] },
    ),
    point(
      '中央控制室',
      ['place', 'management'],
      CONTROL,
      ['DCS操作台', '机柜间'],
      [
        ['联锁误旁路、报警处置不及时', 'management', 15],
        ['机柜间电气火灾', 'switchgear', 7],
      ],
    ),
    point(
      '受限空间作业（釜、塔内检修）',
      ['activity', 'operation'],
      ['合成车间', '检修班', '检修工'],
      ['停车检修釜', '塔内'],
      [['置换不彻底中毒窒息', 'confined-space', 40]],
      { many: 2 },
    ),
    point(
      '盲板抽堵作业',
      ['activity', 'operation'],
      ['合成车间', '检修班', '检修工'],
      ['检修管线', '框架二层'],
      [['带压拆法兰物料喷出', 'pipe-opening', 15]],
      { many: 2 },
    ),
    point(
      '树脂反应釜',
      ['facility', 'production'],
      ['树脂车间', '合成班', '树脂操作工'],
      ['一层', '二层'],
      [
        ['聚合放热失控冲料', 'reaction', 40],
        ['苯乙烯蒸气吸入', 'chemical-exposure', 7],
      ],
      { many: 4, lines: ['coating'] },
    ),
    point(
      '涂料分散缸',
      ['facility', 'production'],
      ['涂料车间', '分散班', '分散工'],
      ['拉缸区', '分散平台'],
      [
        ['溶剂蒸气遇静电着火', 'static', 15],
        ['高速分散盘绞伤', 'machine', 7],
      ],
      { many: 6, lines: ['coating'] },
    ),
    point(
      '砂磨机',
      ['facility', 'production'],
      ['涂料车间', '研磨班', '研磨工'],
      ['研磨间', '南侧'],
      [['机封失效、物料过热着火', 'flammable-liquid', 7]],
      { many: 3, lines: ['coating'] },
    ),
    point(
      '灌装线',
      ['facility', 'production'],
      ['涂料车间', '灌装班', '灌装工'],
      ['灌装间', '包装线'],
      [
        ['灌装口溶剂挥发着火', 'flammable-liquid', 15],
        ['压盖机压手', 'machine', 3],
      ],
      { many: 2, lines: ['coating'] },
    ),
    point(
      '转鼓造粒机',
      ['facility', 'production'],
      ['复肥车间', '造粒班', '造粒工'],
      ['造粒楼', '2层平台'],
      [
        ['清理托轮卷入', 'machine', 15],
        ['料浆烫伤', 'scald', 3],
      ],
      { many: 2, lines: ['fertiliser'] },
    ),
    point(
      '热风炉',
      ['facility', 'production'],
      ['复肥车间', '烘干班', '热风炉工'],
      ['烘干工段', '炉前'],
      [
        ['燃气泄漏爆燃', 'flammable-gas', 15],
        ['高温烫伤', 'scald', 3],
      ],
      { lines: ['fertiliser'] },
    ),
    point(
      '硝酸铵、尿素原料库',
      ['place', 'production'],
      ['复肥车间', '库管班', '库管员'],
      ['原料1库', '原料2库'],
      [
        ['硝酸铵与可燃物混存受热分解爆炸', 'fire-load', 100],
        ['码垛机挤压', 'machine', 3],
      ],
      { lines: ['fertiliser'] },
    ),
    point(
      '斗式提升机',
      ['facility', 'production'],
      ['复肥车间', '输送班', '输送工'],
      ['造粒楼', '包装楼'],
      [
        ['检修时断链坠落伤人', 'conveyor', 7],
        ['粉尘吸入', 'dust', 3],
      ],
      { many: 4, lines: ['fertiliser'] },
    ),
    point(
      '自动包装秤',
      ['facility', 'production'],
      ['复肥车间', '包装班', '包装工'],
      ['包装楼一层', '2号线'],
      [
        ['缝包机刺伤、码垛机挤压', 'machine', 3],
        ['粉尘吸入', 'dust', 3],
      ],
      { many: 3, lines: ['fertiliser'] },
    ),
  ],
}
