import { point, type Trade } from '../trade.ts'

const RECEIVE = ['垃圾接收部', '地磅卸料班', '卸料指挥员'] as const
const GRAB = ['垃圾接收部', '抓吊班', '垃圾吊司机'] as const
const BOILER = ['运行部', '锅炉一值', '锅炉巡检工'] as const
const TURBINE = ['运行部', '汽机一值', '汽机巡检工'] as const
const GAS = ['环保部', '烟气班', '烟气净化巡检工'] as const
const LEACHATE = ['环保部', '渗滤液班', '渗滤液处理工'] as const
const ASH = ['环保部', '飞灰班', '飞灰螯合工'] as const
const ELECTRIC = ['运行部', '电气一值', '电气巡检工'] as const
const CHEMISTRY = ['运行部', '化水班', '化水值班员'] as const
const REPAIR = ['检修部', '机务班', '检修工'] as const

export const INCINERATION: Trade = {
  key: 'incineration',
  kind: 'incineration-power',
  office: 'JY',
  share: 1,
  atMost: 1,
  size: [58, 62],
  employees: [110, 160],
  majorHazards: 1,
  clusters: [['ni-gou', 1]],
  lines: [
    {
      key: 'waste',
      code: 'D4417',
      industry: '生物质能发电',
      activity: '生活垃圾焚烧发电，日处理600吨',
      words: ['环保能源', '生活垃圾焚烧发电'],
      weight: 1,
    },
  ],
  points: [
    point(
      '垃圾卸料大厅',
      ['place', 'production'],
      RECEIVE,
      ['1#卸料门', '3#卸料门', '5#卸料门'],
      [
        ['人员、车辆坠入垃圾池', 'height', 40],
        ['车辆倒车碾压', 'road-vehicle', 15],
        ['恶臭有毒气体吸入', 'chemical-exposure', 3],
      ],
      {
        many: 3,
        faults: [
          ['卸料门前车挡高度不足、反光条脱落', '加高车挡，更换反光条'],
          ['卸料指挥员未系防坠安全绳', '立即纠正，配备速差器', 'now'],
          ['卸料门红绿灯联锁失灵', '修复信号联锁'],
        ],
      },
    ),
    point(
      '垃圾储坑',
      ['area', 'landfill'],
      GRAB,
      ['储坑北侧', '储坑南侧', '渗滤液格栅'],
      [
        ['甲烷聚集遇火爆炸', 'flammable-gas', 100],
        ['垃圾自燃火灾', 'fire-load', 40],
        ['检修坠落淹溺', 'height', 15],
      ],
      {
        many: 2,
        faults: [
          ['垃圾池甲烷在线检测一路故障', '更换探头并标定'],
          ['垃圾池消防水炮电动阀拒动', '检修电动阀，恢复远控'],
          ['垃圾池一次风负压不足，臭气外溢', '检查风机和卸料门密封'],
        ],
      },
    ),
    point(
      '垃圾抓斗起重机',
      ['facility', 'equipment'],
      GRAB,
      ['1#吊', '2#吊', '检修平台'],
      [
        ['钢丝绳断裂抓斗坠落', 'lifting', 15],
        ['检修坠入储坑', 'height', 40],
      ],
      { many: 2 },
    ),
    point(
      '焚烧炉',
      ['facility', 'production'],
      BOILER,
      ['1#炉给料斗', '2#炉炉排', '炉膛看火孔'],
      [
        ['炉膛正压、爆燃火焰外喷', 'boiler', 40],
        ['料斗搭桥处理坠落灼烫', 'height', 15],
        ['高温辐射', 'heat', 3],
      ],
      {
        many: 3,
        faults: [
          ['焚烧炉炉膛温度一测点偏低约40℃', '校验热电偶，核对5分钟均值'],
          ['焚烧炉料斗搭桥捅料未设监护', '停止作业，落实审批监护', 'now'],
        ],
      },
    ),
    point(
      '余热锅炉',
      ['facility', 'production'],
      BOILER,
      ['汽包平台', '过热器区', '省煤器'],
      [
        ['受热面腐蚀爆管、超压爆炸', 'boiler', 100],
        ['激波吹灰器乙炔泄漏', 'gas-cylinder', 40],
      ],
      { many: 3 },
    ),
    point(
      '点火及辅助燃烧器',
      ['facility', 'production'],
      BOILER,
      ['1#炉', '2#炉', '油泵间'],
      [['轻柴油（天然气）泄漏爆燃', 'flammable-gas', 40]],
      { many: 2 },
    ),
    point(
      '轻柴油罐',
      ['facility', 'auxiliary'],
      BOILER,
      ['油库', '卸油口'],
      [['泄漏着火', 'flammable-liquid', 40]],
    ),
    point(
      '出渣机',
      ['facility', 'production'],
      BOILER,
      ['1#出渣口', '2#出渣口'],
      [
        ['清堵时机械挤压', 'machine', 15],
        ['高温渣水喷溅', 'scald', 7],
      ],
      { many: 2 },
    ),
    point(
      '渣坑及渣吊',
      ['area', 'production'],
      ['运行部', '出渣班', '渣吊司机'],
      ['渣坑', '装车位'],
      [['坠落、抓斗碰撞', 'lifting', 15]],
    ),
    point(
      '汽轮发电机组',
      ['facility', 'production'],
      TURBINE,
      ['运转层', '机头', '励磁间'],
      [
        ['超速、润滑油泄漏着火', 'fire-load', 40],
        ['噪声', 'noise', 3],
      ],
      { many: 2 },
    ),
    point(
      '汽机润滑油系统',
      ['facility', 'production'],
      TURBINE,
      ['主油箱', '冷油器'],
      [['油管破裂遇高温管道着火', 'fire-load', 15]],
    ),
    point(
      '除氧器及高压给水',
      ['facility', 'pipeline'],
      TURBINE,
      ['除氧层', '给水泵'],
      [
        ['除氧器超压爆裂', 'pressure-vessel', 40],
        ['高温水喷溅', 'steam-burn', 15],
      ],
      { many: 2 },
    ),
    point(
      '主蒸汽管道',
      ['facility', 'pipeline'],
      TURBINE,
      ['锅炉至汽机段', '旁路减温减压'],
      [['焊口开裂高温蒸汽喷出', 'steam-burn', 40]],
      { many: 2 },
    ),
    point(
      'SNCR氨水（尿素）系统',
      ['facility', 'environment'],
      GAS,
      ['氨水罐区', '喷枪层'],
      [['氨水泄漏中毒', 'ammonia', 15]],
      {
        faults: [
          ['氨水罐区氨气报警器数值漂移', '重新标定'],
          ['氨水卸车洗眼器未通水', '接通水源', 'now'],
        ],
      },
    ),
    point(
      '石灰浆制备及反应塔',
      ['facility', 'environment'],
      GAS,
      ['制浆间', '反应塔顶', '旋转雾化器'],
      [
        ['石灰浆灼伤', 'corrosive', 7],
        ['塔顶检修坠落', 'height', 15],
      ],
      { many: 2 },
    ),
    point(
      '活性炭喷射系统',
      ['facility', 'environment'],
      GAS,
      ['活性炭仓', '给料机'],
      [['活性炭粉尘爆炸、自燃', 'dust-explosion', 40]],
    ),
    point(
      '布袋除尘器',
      ['facility', 'environment'],
      GAS,
      ['1#线', '2#线', '灰斗'],
      [
        ['进入检修中毒窒息', 'confined-space', 40],
        ['高温烟气灼烫', 'scald', 7],
      ],
      { many: 2 },
    ),
    point(
      '引风机及烟囱',
      ['facility', 'environment'],
      GAS,
      ['引风机房', '80米平台'],
      [
        ['烟囱登高坠落', 'height', 40],
        ['联轴器绞伤', 'machine', 7],
      ],
      { many: 2 },
    ),
    point(
      'CEMS分析小屋',
      ['place', 'environment'],
      GAS,
      ['烟囱入口', '小屋'],
      [
        ['标准气泄漏中毒窒息', 'gas-cylinder', 15],
        ['监测数据失真，采样管路堵塞、标气过期', 'management', 7],
      ],
      { many: 2 },
    ),
    point(
      '飞灰螯合车间',
      ['place', 'environment'],
      ASH,
      ['混炼机', '飞灰仓底', '养护间'],
      [
        ['混炼机清理绞伤', 'maintenance', 15],
        ['飞灰（二噁英、重金属）吸入', 'chemical-exposure', 7],
      ],
      { many: 2 },
    ),
    point(
      '渗滤液调节池',
      ['area', 'environment'],
      LEACHATE,
      ['调节池', '事故池'],
      [
        ['硫化氢、甲烷聚集中毒爆炸', 'confined-space', 100],
        ['坠落淹溺', 'drowning', 15],
      ],
      {
        many: 2,
        faults: [
          ['渗滤液调节池除臭风机停运', '立即恢复运行，双电源改造'],
          ['渗滤液池有限空间未进行重新辨识', '更新台账、警示牌'],
        ],
      },
    ),
    point(
      'UASB厌氧罐',
      ['facility', 'environment'],
      LEACHATE,
      ['1#厌氧罐', '水封罐'],
      [['沼气泄漏爆炸', 'flammable-gas', 100]],
      { many: 2 },
    ),
    point(
      '沼气输送及入炉系统',
      ['facility', 'pipeline'],
      LEACHATE,
      ['增压风机房', '阻火器'],
      [['回火爆炸', 'flammable-gas', 40]],
    ),
    point(
      '膜处理间',
      ['place', 'environment'],
      LEACHATE,
      ['纳滤间', '反渗透间'],
      [['酸碱清洗灼伤', 'corrosive', 7]],
    ),
    point(
      '110kV升压站',
      ['place', 'auxiliary'],
      ELECTRIC,
      ['GIS室', '主变', '出线构架'],
      [
        ['误入带电间隔触电', 'electric', 40],
        ['主变喷油着火', 'switchgear', 40],
        ['SF₆泄漏窒息', 'confined-space', 15],
      ],
      { many: 2 },
    ),
    point(
      '厂用高低压配电室',
      ['place', 'auxiliary'],
      ELECTRIC,
      ['10kV段', '400V段'],
      [
        ['短路弧光', 'switchgear', 15],
        ['触电', 'electric', 15],
      ],
      { many: 3 },
    ),
    point(
      '蓄电池室',
      ['place', 'auxiliary'],
      ELECTRIC,
      ['直流屏', '蓄电池间'],
      [['蓄电池析氢聚集遇火花爆炸，排风停运', 'battery', 15]],
    ),
    point(
      '除盐水站酸碱罐',
      ['facility', 'auxiliary'],
      CHEMISTRY,
      ['盐酸罐', '液碱罐'],
      [['泄漏灼伤', 'corrosive', 15]],
      { many: 2 },
    ),
    point(
      '冷却塔',
      ['facility', 'auxiliary'],
      CHEMISTRY,
      ['塔顶', '集水池'],
      [
        ['风机检修坠落', 'height', 15],
        ['淹溺', 'drowning', 7],
      ],
      { many: 2 },
    ),
    point(
      '锅炉受热面检修',
      ['activity', 'operation'],
      REPAIR,
      ['炉膛内脚手架', '对流烟道'],
      [
        ['炉内落渣打击', 'falling-object', 15],
        ['脚手架坍塌坠落', 'height', 40],
        ['有毒残气', 'confined-space', 15],
      ],
      { many: 2 },
    ),
    point(
      '集中控制室',
      ['place', 'management'],
      ['运行部', '集控一值', '集控值班员'],
      ['DCS台', '工程师站'],
      [['联锁退出、误操作', 'management', 15]],
    ),
    point(
      '厂区垃圾运输道路',
      ['area', 'environment'],
      RECEIVE,
      ['栈桥', '地磅前'],
      [
        ['栈桥结冰车辆失控', 'road-vehicle', 15],
        ['渗滤液遗撒湿滑', 'slip', 3],
      ],
      { many: 2 },
    ),
  ],
}
