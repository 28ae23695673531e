import { point, type Trade } from '../trade.ts'

const PULP = ['制浆车间', '蒸煮班', '蒸煮工'] as const
const STOCK = ['制浆车间', '打浆班', '打浆工'] as const
const MACHINE = ['抄纸车间', '纸机一班', '纸机操作工'] as const
const FINISH = ['完成车间', '复卷班', '复卷工'] as const
const POWER = ['热电车间', '锅炉班', '司炉工'] as const
const YARD = ['原料场', '堆场班', '装卸工'] as const
const RECOVERY = ['碱回收车间', '碱炉班', '碱炉操作工'] as const
const WATER = ['环保车间', '污水班', '污水处理工'] as const
const PULPING = ['pulp']

export const PAPER: Trade = {
  key: 'paper',
  kind: 'general',
  office: 'GY',
  share: 15,
  size: [16, 62],
  employees: [35, 900],
  clusters: [
    ['park', 4],
    ['canal-east', 2],
    ['pi-zhuang', 3],
    ['ma-lan', 2],
  ],
  lines: [
    {
      key: 'pulp',
      code: 'C2211',
      industry: '木竹浆制造',
      activity: '化学浆、本色浆和文化用纸生产',
      words: ['浆纸', '纸业'],
      weight: 2,
    },
    {
      key: 'board',
      code: 'C2221',
      industry: '机制纸及纸板制造',
      activity: '瓦楞原纸、箱板纸生产',
      words: ['纸业', '特种纸'],
      weight: 5,
    },
    {
      key: 'box',
      code: 'C2231',
      industry: '纸和纸板容器制造',
      activity: '瓦楞纸箱、彩印包装加工',
      words: ['包装', '纸品'],
      weight: 4,
    },
  ],
  points: [
    point(
      '蒸煮锅',
      ['facility', 'production'],
      PULP,
      ['蒸煮楼二层', '蒸煮楼三层'],
      [
        ['锅体腐蚀减薄、安全附件失效，超压爆裂', 'pressure-vessel', 40],
        ['喷放时高温碱液喷溅灼烫', 'corrosive', 15],
      ],
      {
        many: 4,
        lines: PULPING,
        faults: [
          ['蒸煮锅锅盖联锁销磨损，间隙偏大', '更换联锁销并做压力试验'],
          ['蒸煮锅测厚报告缺少锥底数据', '补测锥底厚度，归入设备档案'],
        ],
      },
    ),
    point(
      '喷放仓',
      ['facility', 'production'],
      PULP,
      ['蒸煮楼北侧', '喷放区'],
      [
        ['臭气（硫化氢、甲硫醇）外逸中毒', 'toxic-gas', 15],
        ['检修进入仓内缺氧窒息', 'confined-space', 40],
      ],
      { many: 2, lines: PULPING },
    ),
    point(
      '碱回收炉',
      ['facility', 'production'],
      RECOVERY,
      ['碱炉房0米层', '碱炉房12米平台'],
      [
        ['水冷壁泄漏，熔融物遇水爆炸', 'boiler', 100],
        ['溜子堵塞处理时熔融物飞溅', 'scald', 15],
      ],
      {
        lines: PULPING,
        faults: [
          ['碱炉溜子冷却水流量低报警未投用', '投用报警并与入炉黑液联锁试验'],
          ['碱炉紧急排水阀操作牌模糊', '更换标识并组织操作演练', 'now'],
        ],
      },
    ),
    point(
      '黑液蒸发站',
      ['facility', 'production'],
      RECOVERY,
      ['蒸发工段', '板式蒸发器平台'],
      [
        ['浓黑液管道结垢超压泄漏灼烫', 'steam-burn', 15],
        ['臭气收集不畅聚集', 'toxic-gas', 7],
      ],
      { lines: PULPING },
    ),
    point(
      '苛化工段石灰消化器',
      ['facility', 'production'],
      RECOVERY,
      ['苛化楼', '消化器平台'],
      [
        ['绿液、石灰乳喷溅灼伤', 'corrosive', 15],
        ['石灰粉尘吸入', 'dust', 3],
      ],
      { lines: PULPING },
    ),
    point(
      '二氧化氯制备间',
      ['place', 'production'],
      PULP,
      ['漂白工段', '制备间'],
      [
        ['二氧化氯浓度超限分解爆炸、中毒', 'toxic-gas', 100],
        ['氯酸钠遇有机物燃烧', 'fire-load', 15],
      ],
      { lines: PULPING },
    ),
    point(
      '水力碎浆机',
      ['facility', 'production'],
      STOCK,
      ['地坑层', '链板机下料口'],
      [
        ['清渣、捅料时坠入卷入', 'machine', 15],
        ['池口防护缺失坠落', 'height', 15],
      ],
      {
        many: 3,
        lines: ['pulp', 'board'],
        faults: [
          ['碎浆机投料口护栏高度不足0.9米', '加高护栏至1.2米'],
          ['链板输送机急停拉绳松脱', '恢复并试验拉绳开关', 'now'],
        ],
      },
    ),
    point(
      '浆塔（贮浆池）',
      ['facility', 'production'],
      STOCK,
      ['浆塔区', '地下浆池'],
      [
        ['清理浆池硫化氢中毒', 'confined-space', 100],
        ['池口坠落淹溺', 'drowning', 15],
      ],
      {
        many: 4,
        lines: ['pulp', 'board'],
        faults: [
          ['浆池人孔盖板未上锁', '上锁并悬挂有限空间警示牌', 'now'],
          ['浆池搅拌器检修未执行上锁挂牌', '补办能量隔离手续，停止作业整改', 'now'],
        ],
      },
    ),
    point(
      '盘磨机',
      ['facility', 'production'],
      STOCK,
      ['打浆工段', '磨浆平台'],
      [
        ['联轴器防护缺失绞伤', 'machine', 7],
        ['运行噪声', 'noise', 3],
      ],
      { many: 3, lines: ['pulp', 'board'] },
    ),
    point(
      '纸机压榨部',
      ['part', 'production'],
      MACHINE,
      ['操作侧', '传动侧'],
      [
        ['引纸时手部卷入压区', 'nip', 15],
        ['换毛毯时辊体碰撞', 'lifting', 7],
      ],
      {
        many: 2,
        lines: ['pulp', 'board'],
        faults: [
          ['压榨部引纸绳轮护罩松动', '紧固护罩', 'now'],
          ['压榨部平台油污湿滑', '清理油污并铺设防滑垫', 'now'],
        ],
      },
    ),
    point(
      '纸机烘缸部',
      ['part', 'production'],
      MACHINE,
      ['气罩内', '操作侧二层'],
      [
        ['烘缸（压力容器）超压爆裂', 'pressure-vessel', 40],
        ['清理缠辊时卷入', 'nip', 15],
        ['高温烫伤', 'scald', 3],
      ],
      {
        many: 2,
        lines: ['pulp', 'board'],
        faults: [
          ['烘缸进汽压力表检定超期', '更换检定合格压力表'],
          ['气罩内照明灯具缺失玻璃罩', '更换耐高温灯具'],
        ],
      },
    ),
    point(
      '施胶机及胶料制备',
      ['facility', 'production'],
      MACHINE,
      ['制胶间', '施胶平台'],
      [
        ['淀粉投料扬尘遇火源爆燃', 'dust-explosion', 15],
        ['热胶液烫伤', 'scald', 3],
      ],
      { lines: ['board'] },
    ),
    point(
      '纸机卷取部',
      ['part', 'production'],
      MACHINE,
      ['卷取平台', '卷纸机'],
      [
        ['换卷时纸辊挤压', 'nip', 15],
        ['纸毛堆积遇火花燃烧', 'fire-load', 7],
      ],
      { many: 2, lines: ['pulp', 'board'] },
    ),
    point(
      '复卷机',
      ['facility', 'production'],
      FINISH,
      ['1号位', '2号位'],
      [
        ['断纸接头卷入', 'nip', 7],
        ['圆刀割伤', 'machine', 3],
      ],
      { many: 3, lines: ['pulp', 'board'] },
    ),
    point(
      '天车吊运纸卷',
      ['activity', 'operation'],
      FINISH,
      ['母卷吊运区', '成品跨'],
      [['吊具脱钩纸卷坠落', 'lifting', 15]],
      { many: 2, lines: ['pulp', 'board'] },
    ),
    point(
      '瓦楞纸板生产线',
      ['facility', 'production'],
      ['纸板车间', '瓦线班', '瓦线操作工'],
      ['单面机', '双面机', '糊机'],
      [
        ['瓦楞辊卷入挤压', 'nip', 15],
        ['蒸汽管道烫伤', 'steam-burn', 7],
      ],
      { many: 3, lines: ['box'] },
    ),
    point(
      '水印开槽机',
      ['facility', 'production'],
      ['印刷车间', '印刷班', '印刷工'],
      ['1号机', '2号机'],
      [
        ['清洗胶辊时手部卷入', 'nip', 7],
        ['吸风纸屑堆积', 'fire-load', 3],
      ],
      { many: 4, lines: ['box'] },
    ),
    point(
      '平压平模切机',
      ['facility', 'production'],
      ['印刷车间', '模切班', '模切工'],
      ['模切区', '东侧机位'],
      [['送纸取纸时压手', 'machine', 15]],
      {
        many: 4,
        lines: ['box'],
        faults: [
          ['模切机光电保护被遮挡物屏蔽', '拆除遮挡物，恢复光电保护', 'now'],
          ['模切机双手启动按钮一只失灵', '停机维修，试验合格后使用'],
        ],
      },
    ),
    point(
      '胶印油墨间',
      ['place', 'production'],
      ['印刷车间', '调墨班', '调墨工'],
      ['调墨室', '油墨暂存间'],
      [
        ['溶剂挥发聚集遇火爆燃', 'flammable-liquid', 15],
        ['吸入苯系物', 'chemical-exposure', 3],
      ],
      { lines: ['box'] },
    ),
    point(
      '糊箱机',
      ['facility', 'production'],
      ['印刷车间', '糊箱班', '糊箱工'],
      ['糊箱线', '打包区'],
      [['皮带轮卷入', 'machine', 3]],
      { many: 3, lines: ['box'] },
    ),
    point(
      '原纸仓库',
      ['place', 'production'],
      ['仓储部', '原纸班', '夹抱车司机'],
      ['原纸A区', '原纸B区', '原纸C区'],
      [
        ['卷筒纸直立码放倾倒砸伤', 'falling-object', 15],
        ['原纸火灾蔓延', 'fire-load', 40],
      ],
      {
        many: 3,
        lines: ['box'],
        faults: [
          ['卷筒纸码放三层未设限位', '降至两层并加装限位'],
          ['夹抱车夹臂液压油渗漏', '更换密封件', 'now'],
        ],
      },
    ),
    point(
      '淀粉胶制备间',
      ['place', 'production'],
      ['纸板车间', '制胶班', '制胶工'],
      ['制胶间', '投料平台'],
      [
        ['淀粉投料扬尘遇火源爆燃', 'dust-explosion', 15],
        ['火碱配制灼伤', 'corrosive', 7],
      ],
      { lines: ['box'] },
    ),
    point(
      '覆膜机',
      ['facility', 'production'],
      ['印刷车间', '覆膜班', '覆膜工'],
      ['覆膜间', '收卷处'],
      [
        ['热压辊卷入、烫伤', 'nip', 7],
        ['水性胶挥发物吸入', 'chemical-exposure', 1],
      ],
      { many: 2, lines: ['box'] },
    ),
    point(
      '打钉（粘箱）机',
      ['facility', 'production'],
      ['印刷车间', '糊箱班', '打钉工'],
      ['打钉区', '半自动工位'],
      [['钉头扎手', 'machine', 3]],
      { many: 4, lines: ['box'] },
    ),
    point(
      '废纸打包机',
      ['facility', 'production'],
      ['印刷车间', '打包班', '打包工'],
      ['废纸间', '吸风料斗下'],
      [
        ['进料口捅料被推头挤压', 'machine', 15],
        ['纸屑粉尘堆积燃烧', 'fire-load', 7],
      ],
      { many: 2, lines: ['box'], faults: [['废纸打包机进料口无联锁盖板', '加装联锁盖板']] },
    ),
    point(
      '胶印机',
      ['facility', 'production'],
      ['印刷车间', '胶印班', '胶印机长'],
      ['对开机', '全开机'],
      [
        ['清洗橡皮布时手部卷入', 'nip', 15],
        ['洗车水挥发着火', 'flammable-liquid', 7],
      ],
      { many: 3, lines: ['box'] },
    ),
    point(
      '燃气蒸汽发生器',
      ['facility', 'auxiliary'],
      ['动力车间', '锅炉班', '司炉工'],
      ['蒸汽间', '燃气表箱旁'],
      [
        ['燃气泄漏爆燃', 'flammable-gas', 15],
        ['超压', 'boiler', 15],
      ],
      { many: 2, lines: ['box'] },
    ),
    point(
      '循环流化床锅炉',
      ['facility', 'auxiliary'],
      POWER,
      ['锅炉房0米', '锅炉房8米层'],
      [
        ['缺水、超压引起锅炉爆炸', 'boiler', 40],
        ['炉膛正压烟气外喷灼烫', 'scald', 7],
      ],
      { many: 2, lines: ['pulp', 'board'] },
    ),
    point(
      '蒸汽管网',
      ['facility', 'pipeline'],
      POWER,
      ['厂区管廊', '减温减压站'],
      [['管道爆管、法兰泄漏烫伤', 'steam-burn', 15]],
      { many: 2, lines: ['pulp', 'board'] },
    ),
    point(
      '燃煤皮带输送廊',
      ['facility', 'production'],
      POWER,
      ['1#转运站', '栈桥'],
      [
        ['清理积煤卷入滚筒', 'conveyor', 15],
        ['煤粉积聚自燃', 'dust-explosion', 7],
      ],
      { lines: ['pulp', 'board'] },
    ),
    point(
      '废纸（草类）原料堆场',
      ['area', 'production'],
      YARD,
      ['一区', '二区', '三区'],
      [
        ['堆垛自燃、外来火种引发大面积火灾', 'fire-load', 40],
        ['抓料机碰撞、纸捆滚落', 'falling-object', 7],
      ],
      {
        many: 4,
        lines: ['pulp', 'board'],
        faults: [
          ['堆场消防车道被纸捆占用约4米', '清理占道纸捆，施划消防车道线'],
          ['堆垛测温记录缺3日', '补测并落实每日测温签字', 'now'],
          ['夹包机尾气火花熄灭器脱落', '重新安装火花熄灭器', 'now'],
        ],
      },
    ),
    point(
      '污水厌氧塔',
      ['facility', 'environment'],
      WATER,
      ['厌氧区', '沼气柜旁'],
      [
        ['沼气泄漏遇火爆炸', 'flammable-gas', 40],
        ['塔顶检修坠落', 'height', 15],
      ],
      { lines: ['pulp', 'board'] },
    ),
    point(
      '沼气发电（火炬）系统',
      ['facility', 'auxiliary'],
      WATER,
      ['沼气净化间', '火炬区'],
      [
        ['脱硫罐硫化氢泄漏中毒', 'toxic-gas', 15],
        ['回火爆炸', 'flammable-gas', 40],
      ],
      { lines: ['pulp', 'board'] },
    ),
    point(
      '污泥压滤间',
      ['place', 'environment'],
      WATER,
      ['压滤平台', '污泥皮带'],
      [
        ['拉板时挤伤', 'machine', 3],
        ['硫化氢聚集', 'confined-space', 15],
      ],
      { lines: ['pulp', 'board'] },
    ),
  ],
}
