import { point, type Trade } from '../trade.ts'

const FORECOURT = ['加油区', '加油一班', '加油员'] as const
const TANKS = ['油罐区', '计量班', '计量员'] as const
const SHOP = ['站房', '营业班', '营业员'] as const
const GAS = ['储气区', '充装班', '充装工'] as const
const LPG = ['储罐区', '运行班', '运行工'] as const
const OILS = ['oil']

export const GAS_STATIONS: Trade = {
  key: 'gas-stations',
  kind: 'high-risk-plant',
  office: 'AJ',
  share: 14,
  alone: true,
  size: [6.5, 9.5],
  employees: [6, 26],
  clusters: [
    ['country', 6],
    ['downtown', 2],
    ['jian-tou', 2],
    ['ni-gou', 2],
    ['canal-west', 2],
    ['pi-zhuang', 2],
  ],
  lines: [
    {
      key: 'oil',
      code: 'F5265',
      industry: '机动车燃油零售',
      activity: '汽油、柴油零售',
      words: ['加油站', '第一加油站', '路加油站'],
      weight: 8,
      suffix: '',
    },
    {
      key: 'lng',
      code: 'F5266',
      industry: '机动车燃气零售',
      activity: '车用压缩（液化）天然气加注',
      words: ['加气站', '天然气加气站'],
      weight: 2,
      suffix: '',
    },
    {
      key: 'lpg',
      code: 'D4512',
      industry: '液化石油气生产和供应业',
      activity: '瓶装液化石油气储存、充装',
      words: ['液化气', '燃气'],
      weight: 2,
    },
  ],
  points: [
    point(
      '加油机',
      ['facility', 'equipment'],
      FORECOURT,
      ['1号加油岛', '2号加油岛', '3号加油岛'],
      [
        ['油气泄漏遇静电、火花着火', 'flammable-liquid', 15],
        ['车辆撞击加油机', 'road-vehicle', 15],
      ],
      {
        many: 4,
        lines: OILS,
        faults: [
          ['加油机底槽渗漏检测未记录', '清理底槽，落实周检'],
          ['加油枪拉断阀老化', '更换拉断阀'],
          ['加油机防撞柱松动', '加固防撞柱', 'now'],
          ['加油胶管静电导通电阻超标', '更换胶管'],
        ],
      },
    ),
    point(
      '埋地油罐区',
      ['area', 'production'],
      TANKS,
      ['汽油罐组', '柴油罐组', '操作井'],
      [
        ['油罐渗漏、油气聚集爆炸', 'flammable-liquid', 100],
        ['人孔井内作业窒息', 'confined-space', 40],
      ],
      {
        many: 2,
        lines: OILS,
        faults: [
          ['油罐操作井内有积水、油污', '抽排清理', 'now'],
          ['双层罐渗漏报警仪故障', '维修报警仪'],
          ['通气管阻火呼吸阀锈蚀', '更换呼吸阀'],
        ],
      },
    ),
    point(
      '卸油口',
      ['part', 'operation'],
      TANKS,
      ['密闭卸油点', '罐车停位'],
      [
        ['卸错油、冒油、静电着火', 'flammable-liquid', 40],
        ['静电接地报警失效，卸油流速过快放电', 'static', 40],
      ],
      {
        lines: OILS,
        faults: [
          ['卸油口未上锁', '上锁管理', 'now'],
          ['卸油时无人监护，未摆放灭火器', '停止卸油，按流程重新确认', 'now'],
          ['静电接地报警仪电池失效', '更换电池', 'now'],
        ],
      },
    ),
    point(
      '油气回收系统',
      ['facility', 'environment'],
      TANKS,
      ['三次回收装置', '回收管线'],
      [['管线泄漏油气聚集', 'flammable-gas', 15]],
      { lines: OILS },
    ),
    point(
      '站内作业区',
      ['area', 'operation'],
      FORECOURT,
      ['罩棚下', '进口', '出口'],
      [
        ['顾客吸烟、打手机、车辆不熄火', 'flammable-liquid', 15],
        ['摩托车直接加注', 'static', 7],
        ['罩棚检修坠落', 'height', 15],
      ],
      {
        many: 2,
        lines: [...OILS, 'lng'],
        faults: [
          ['摩托车未用油壶转注', '纠正并张贴提示', 'now'],
          ['罩棚立柱防撞设施缺失', '增设防撞栏'],
        ],
      },
    ),
    point(
      '便利店及仓库',
      ['place', 'auxiliary'],
      SHOP,
      ['营业厅', '库房'],
      [['电气线路老化起火', 'public-fire', 7]],
      { lines: [...OILS, 'lng'] },
    ),
    point(
      '站级配电间',
      ['place', 'auxiliary'],
      SHOP,
      ['站房东侧', '发电机房'],
      [
        ['触电', 'electric', 7],
        ['电缆短路起火', 'switchgear', 7],
      ],
    ),
    point(
      '隔油池',
      ['facility', 'environment'],
      FORECOURT,
      ['出口侧', '罩棚北'],
      [
        ['油气聚集爆燃', 'flammable-liquid', 7],
        ['清淘窒息', 'confined-space', 40],
      ],
      { lines: OILS },
    ),
    point(
      '充电桩',
      ['facility', 'equipment'],
      FORECOURT,
      ['西侧停车位', '出口侧'],
      [
        ['漏电触电', 'electric', 7],
        ['充电过热起火', 'battery', 7],
      ],
      { many: 3, lines: [...OILS, 'lng'] },
    ),
    point(
      '洗车机',
      ['facility', 'equipment'],
      SHOP,
      ['洗车房', '隧道入口'],
      [
        ['机械刮碰', 'machine', 3],
        ['潮湿环境触电', 'electric', 7],
      ],
      { lines: OILS },
    ),
    point(
      '设备检修（外来施工）',
      ['activity', 'construction'],
      FORECOURT,
      ['管沟', '罐区'],
      [['违规动火引爆油气', 'hot-work', 40]],
      { faults: [['外来施工人员未签安全协议', '停工，补签并交底', 'now']] },
    ),
    point(
      '尿素加注机',
      ['facility', 'equipment'],
      FORECOURT,
      ['柴油岛旁'],
      [['电气漏电', 'electric', 3]],
      { lines: OILS },
    ),
    point(
      '消防器材箱',
      ['facility', 'management'],
      FORECOURT,
      ['卸油口旁', '加油岛'],
      [['器材失效延误初期扑救', 'management', 3]],
    ),
    point(
      'LNG储罐',
      ['facility', 'production'],
      GAS,
      ['围堰区', '储罐顶'],
      [
        ['泄漏低温冻伤、爆炸', 'flammable-gas', 100],
        ['BOG积聚超压，安全阀起跳、罐体开裂', 'pressure-vessel', 40],
      ],
      {
        lines: ['lng'],
        faults: [
          ['LNG储罐真空度检测超期', '委托检测夹层真空度'],
          ['LNG围堰内有积水', '抽排积水，检修集液池泵', 'now'],
        ],
      },
    ),
    point(
      '加气机',
      ['facility', 'equipment'],
      GAS,
      ['1号加气岛', '2号加气岛'],
      [['软管脱落、拉断泄漏', 'flammable-gas', 40]],
      { many: 4, lines: ['lng'] },
    ),
    point(
      'CNG压缩机撬',
      ['facility', 'production'],
      GAS,
      ['压缩机棚', '顺序控制盘'],
      [
        ['高压接头泄漏，天然气聚集爆炸', 'flammable-gas', 40],
        ['噪声', 'noise', 3],
      ],
      { many: 2, lines: ['lng'] },
    ),
    point(
      '储气瓶组',
      ['facility', 'production'],
      GAS,
      ['瓶组区', '储气井'],
      [['长期交变压力疲劳破裂，高压气体爆炸', 'pressure-vessel', 100]],
      { lines: ['lng'] },
    ),
    point(
      'LNG卸车',
      ['activity', 'operation'],
      GAS,
      ['卸车口', '增压撬'],
      [
        ['接头泄漏', 'flammable-gas', 40],
        ['低温冻伤', 'cryogenic', 7],
      ],
      { lines: ['lng'] },
    ),
    point(
      '液化石油气球罐（储罐）',
      ['facility', 'production'],
      LPG,
      ['1#罐', '2#罐', '罐底阀组'],
      [
        ['罐底阀泄漏、BLEVE爆炸', 'flammable-gas', 100],
        ['储罐超装，温升后液相膨胀胀裂', 'pressure-vessel', 100],
      ],
      {
        many: 3,
        lines: ['lpg'],
        faults: [
          ['储罐喷淋管部分喷孔堵塞', '疏通并试喷'],
          ['储罐紧急切断阀未每月试验', '试验并记录'],
          ['罐区防火堤内堆放空瓶', '立即清理', 'now'],
        ],
      },
    ),
    point(
      '灌瓶间',
      ['place', 'production'],
      ['灌装区', '充装班', '充装工'],
      ['灌瓶秤1组', '转盘秤'],
      [
        ['充装泄漏遇火源爆炸', 'flammable-gas', 100],
        ['钢瓶超装，受热后爆裂', 'pressure-vessel', 15],
      ],
      {
        many: 2,
        lines: ['lpg'],
        faults: [
          ['灌瓶间可燃气体探头安装高度过高', '按介质比重重新安装'],
          ['充装超期未检气瓶', '停止充装，送检或报废', 'now'],
        ],
      },
    ),
    point(
      '压缩机间及烃泵',
      ['place', 'production'],
      LPG,
      ['压缩机间', '烃泵棚'],
      [['机封泄漏聚集爆炸', 'flammable-gas', 40]],
      { lines: ['lpg'] },
    ),
    point(
      '瓶库',
      ['place', 'production'],
      ['灌装区', '瓶库班', '瓶库管理员'],
      ['实瓶区', '空瓶区', '待检区'],
      [['气瓶泄漏、倾倒', 'gas-cylinder', 40]],
      { many: 3, lines: ['lpg'] },
    ),
    point(
      '槽车卸液柱',
      ['facility', 'operation'],
      LPG,
      ['装卸台', '拉断阀处'],
      [['软管爆裂、车辆移动拉断', 'flammable-gas', 100]],
      { lines: ['lpg'] },
    ),
    point(
      '送气配送车',
      ['activity', 'operation'],
      ['配送部', '配送班', '送气工'],
      ['站外', '装车台'],
      [['运输途中泄漏、碰撞', 'gas-cylinder', 15]],
      { many: 2, lines: ['lpg'] },
    ),
  ],
}
