import { point, type Trade } from '../trade.ts'

const BERTH = ['码头作业部', '装卸一班', '装卸工'] as const
const CRANE = ['码头作业部', '门机班', '门机司机'] as const
const YARD = ['堆场部', '堆场班', '装载机司机'] as const
const BELT = ['皮带运输部', '皮带班', '皮带巡检工'] as const
const BOAT = ['船舶服务部', '系解缆班', '系缆工'] as const
const TRUCK = ['车队', '运输班', '驾驶员'] as const
const LIQUID = ['油品部', '装卸臂班', '油品操作工'] as const
const STORE = ['仓储部', '理货班', '理货员'] as const
const DOCK = ['修造车间', '船体班', '船体装配工'] as const
const QUAY = ['bulk', 'container', 'oil']

export const PORTS: Trade = {
  key: 'ports',
  kind: 'general',
  office: 'GY',
  share: 12,
  size: [14, 46],
  employees: [30, 360],
  majorHazards: 0.08,
  clusters: [
    ['canal-east', 3],
    ['canal-west', 5],
  ],
  lines: [
    {
      key: 'bulk',
      code: 'G5532',
      industry: '货运港口',
      activity: '煤炭、矿建散货装卸与堆存',
      words: ['港务', '港口', '港航'],
      weight: 5,
    },
    {
      key: 'container',
      code: 'G5532',
      industry: '货运港口',
      activity: '件杂货、集装箱装卸',
      words: ['港口物流', '国际物流'],
      weight: 2,
    },
    {
      key: 'warehouse',
      code: 'G5990',
      industry: '其他仓储业',
      activity: '粮食、钢材、普货仓储配送',
      words: ['仓储', '物流', '储运'],
      weight: 3,
    },
    {
      key: 'oil',
      code: 'G5941',
      industry: '油气仓储',
      activity: '成品油储存与水陆转运',
      words: ['油品储运', '能源储运'],
      weight: 1,
    },
    {
      key: 'ship',
      code: 'C3731',
      industry: '金属船舶制造',
      activity: '内河船舶修造',
      words: ['船业', '船舶修造'],
      weight: 1.5,
    },
  ],
  points: [
    point(
      '门座式起重机',
      ['facility', 'equipment'],
      CRANE,
      ['1#泊位', '2#泊位', '3#泊位'],
      [
        ['大风未锚定倾覆', 'lifting', 100],
        ['抓斗坠落、碰撞', 'lifting', 40],
        ['登机坠落', 'height', 15],
      ],
      {
        many: 4,
        lines: ['bulk', 'container'],
        faults: [
          ['门机防风锚定坑积水、锚定销锈死', '清淤除锈，试验锚定装置'],
          ['门机力矩限制器显示误差大', '校准力矩限制器，校准前降载使用'],
          ['门机登机梯护圈变形', '校正加固'],
        ],
      },
    ),
    point(
      '固定吊',
      ['facility', 'equipment'],
      CRANE,
      ['西泊位', '老码头'],
      [
        ['回转范围内人员被碰撞', 'lifting', 15],
        ['钢丝绳断裂', 'lifting', 40],
      ],
      { many: 3, lines: QUAY },
    ),
    point(
      '装船机',
      ['facility', 'equipment'],
      BELT,
      ['装船泊位', '臂架'],
      [
        ['臂架俯仰碰撞船舶', 'lifting', 15],
        ['溜筒落料打击', 'falling-object', 7],
      ],
      { many: 2, lines: ['bulk'] },
    ),
    point(
      '码头前沿作业区',
      ['area', 'operation'],
      BERTH,
      ['1#泊位前沿', '2#泊位前沿', '系船柱旁'],
      [
        ['临水作业坠入运河淹溺', 'drowning', 40],
        ['车辆坠水', 'road-vehicle', 15],
      ],
      {
        many: 4,
        lines: [...QUAY, 'ship'],
        faults: [
          ['码头前沿护轮坎破损约3米', '修复护轮坎'],
          ['前沿救生圈支架空置', '补充救生圈、救生绳', 'now'],
          ['码头前沿作业人员未穿救生衣', '停止作业纠正，班组再教育', 'now'],
        ],
      },
    ),
    point(
      '船舶靠离泊系缆',
      ['activity', 'operation'],
      BOAT,
      ['上游侧系船柱', '下游侧系船柱'],
      [
        ['缆绳崩断抽打', 'falling-object', 15],
        ['落水淹溺', 'drowning', 15],
      ],
      {
        many: 3,
        lines: QUAY,
        faults: [
          ['缆绳磨损断股仍在使用', '更换缆绳', 'now'],
          ['系缆人员站在缆绳回弹区', '现场纠正，划定站位线', 'now'],
        ],
      },
    ),
    point(
      '舱内清舱作业',
      ['activity', 'operation'],
      BERTH,
      ['货舱内', '舱口围'],
      [
        ['散货塌落掩埋', 'collapse', 40],
        ['舱内缺氧窒息', 'confined-space', 40],
        ['上下舱梯坠落', 'height', 15],
      ],
      { many: 3, lines: ['bulk', 'container'] },
    ),
    point(
      '煤炭堆场',
      ['area', 'production'],
      YARD,
      ['1#垛位', '2#垛位', '3#垛位'],
      [
        ['煤堆自燃', 'fire-load', 15],
        ['垛体坍塌掩埋装载机、人员', 'collapse', 15],
        ['扬尘', 'dust', 3],
      ],
      {
        many: 4,
        lines: ['bulk'],
        faults: [
          ['煤堆测温超过60℃未处置', '立即翻堆洒水降温，加密测温', 'now'],
          ['煤场喷淋枪2支不出水', '维修喷淋管路'],
          ['防风抑尘网立柱锈蚀', '除锈加固'],
        ],
      },
    ),
    point(
      '装载机作业',
      ['activity', 'operation'],
      YARD,
      ['取料口', '垛位间通道'],
      [
        ['倒车盲区碾压', 'road-vehicle', 15],
        ['边缘侧翻', 'road-vehicle', 15],
      ],
      { many: 3, lines: ['bulk'] },
    ),
    point(
      '皮带廊道',
      ['facility', 'production'],
      BELT,
      ['BC1皮带', 'BC2皮带', 'BC3皮带', '转运站'],
      [
        ['清扫滚筒卷入', 'conveyor', 15],
        ['托辊磨损摩擦起火', 'fire-load', 15],
        ['煤尘飞扬积聚，遇火源爆燃', 'dust-explosion', 15],
      ],
      {
        many: 6,
        lines: ['bulk'],
        faults: [
          ['BC2皮带拉绳开关两处失灵', '更换开关，逐个试验'],
          ['转运站积煤粉厚约2厘米', '清理，恢复喷雾', 'now'],
        ],
      },
    ),
    point(
      '地磅及进出港道路',
      ['area', 'environment'],
      TRUCK,
      ['1#地磅', '港区主干道', '港前路口'],
      [['车辆拥堵碰撞行人', 'road-vehicle', 7]],
      { many: 3 },
    ),
    point(
      '集装箱正面吊',
      ['facility', 'equipment'],
      ['码头作业部', '正面吊班', '正面吊司机'],
      ['重箱区', '空箱区'],
      [
        ['超载、偏载倾翻', 'lifting', 15],
        ['碰撞人员', 'forklift', 15],
      ],
      { many: 3, lines: ['container'] },
    ),
    point(
      '集装箱堆场',
      ['area', 'production'],
      ['码头作业部', '箱管班', '箱管员'],
      ['A区', 'B区'],
      [
        ['大风箱体倒塌', 'falling-object', 40],
        ['攀爬箱顶坠落', 'height', 15],
      ],
      { many: 3, lines: ['container'] },
    ),
    point(
      '件杂货（钢材）堆场',
      ['area', 'production'],
      STORE,
      ['钢卷区', '板材区', '管材区'],
      [
        ['钢卷滚动挤压', 'falling-object', 15],
        ['吊装坠落', 'lifting', 15],
      ],
      { many: 4, lines: ['container', 'warehouse'] },
    ),
    point(
      '普货库房',
      ['place', 'production'],
      STORE,
      ['1号库', '2号库', '5号库'],
      [
        ['电气线路、外来火种引发火灾', 'fire-load', 40],
        ['货架倾倒', 'falling-object', 15],
      ],
      { many: 6, lines: ['warehouse', 'container'] },
    ),
    point(
      '粮食筒仓',
      ['facility', 'production'],
      STORE,
      ['1号仓', '2号仓', '工作塔'],
      [
        ['进仓掩埋窒息', 'collapse', 100],
        ['粉尘爆炸', 'dust-explosion', 40],
      ],
      { many: 3, lines: ['warehouse'] },
    ),
    point(
      '月台装卸',
      ['activity', 'operation'],
      STORE,
      ['东月台', '西月台', '升降调节板'],
      [
        ['月台边缘跌落', 'height', 7],
        ['车辆溜动挤压', 'road-vehicle', 7],
      ],
      { many: 4, lines: ['warehouse'] },
    ),
    point(
      '高位货架',
      ['facility', 'equipment'],
      STORE,
      ['A巷道', 'C巷道', 'E巷道'],
      [
        ['货架受撞失稳倒塌', 'falling-object', 40],
        ['登高拣货坠落', 'height', 15],
      ],
      {
        many: 4,
        lines: ['warehouse'],
        faults: [
          ['货架立柱受撞变形超过5毫米', '卸载货物，更换立柱'],
          ['货架护角缺失', '加装护角', 'now'],
        ],
      },
    ),
    point(
      '分拣输送线',
      ['facility', 'production'],
      STORE,
      ['分拣区', '扫码台', '伸缩机'],
      [['皮带、滚筒夹手', 'conveyor', 7]],
      { many: 3, lines: ['warehouse'] },
    ),
    point(
      '危化品货车临时停放区',
      ['area', 'environment'],
      TRUCK,
      ['停车场东侧', '独立停车位'],
      [
        ['车辆泄漏着火波及周边', 'flammable-liquid', 40],
        ['车辆无人看管，泄漏未及时发现', 'management', 7],
      ],
      { lines: ['warehouse', 'oil'] },
    ),
    point(
      '货车维修棚',
      ['place', 'auxiliary'],
      TRUCK,
      ['修理棚', '地沟'],
      [
        ['千斤顶失稳压伤', 'falling-object', 15],
        ['轮胎充气超压爆裂，未使用防护笼', 'pressure-vessel', 7],
        ['动火引燃油污', 'hot-work', 7],
      ],
      { lines: ['warehouse', 'bulk', 'container'] },
    ),
    point(
      '冷链库',
      ['place', 'production'],
      STORE,
      ['1号冷间', '穿堂'],
      [
        ['保温材料火灾', 'fire-load', 40],
        ['人员误锁库内冻伤，开门报警装置失效', 'cryogenic', 7],
      ],
      { lines: ['warehouse'] },
    ),
    point(
      '装卸臂',
      ['facility', 'production'],
      LIQUID,
      ['油品泊位', '2#装卸臂'],
      [
        ['连接不严、拉断泄漏污染着火', 'flammable-liquid', 100],
        ['静电放电', 'static', 40],
      ],
      {
        many: 3,
        lines: ['oil'],
        faults: [
          ['装卸臂绝缘法兰短接', '检测更换绝缘法兰'],
          ['油品泊位围油栏破损', '更换围油栏'],
        ],
      },
    ),
    point(
      '柴油储罐',
      ['facility', 'production'],
      LIQUID,
      ['T-101', 'T-102', 'T-201'],
      [
        ['冒罐泄漏着火', 'flammable-liquid', 100],
        ['内浮盘卡阻、密封不严，油气聚集爆炸', 'flammable-liquid', 40],
      ],
      { many: 6, lines: ['oil'] },
    ),
    point(
      '汽车发油台',
      ['place', 'operation'],
      LIQUID,
      ['1#鹤位', '3#鹤位'],
      [['溢油、静电着火', 'flammable-liquid', 40]],
      { many: 3, lines: ['oil'] },
    ),
    point(
      '油泵棚',
      ['place', 'production'],
      LIQUID,
      ['输油泵棚', '阀组区'],
      [['机封泄漏着火', 'flammable-liquid', 15]],
      { lines: ['oil'] },
    ),
    point(
      '船台（滑道）',
      ['area', 'production'],
      DOCK,
      ['1#船台', '滑道下'],
      [
        ['船体失稳倾倒', 'collapse', 40],
        ['下水钢缆断裂', 'lifting', 15],
      ],
      { many: 2, lines: ['ship'] },
    ),
    point(
      '船舱内焊割涂装',
      ['activity', 'production'],
      DOCK,
      ['机舱', '货舱', '压载舱'],
      [
        ['涂料溶剂聚集遇明火爆炸', 'flammable-liquid', 100],
        ['窒息中毒', 'confined-space', 40],
      ],
      {
        many: 3,
        lines: ['ship'],
        faults: [
          ['舱内涂装与动火交叉进行', '立即停止动火，通风检测合格后错时作业', 'now'],
          ['舱内照明使用220V行灯', '更换12V安全行灯', 'now'],
        ],
      },
    ),
    point(
      '分段吊装合拢',
      ['activity', 'production'],
      DOCK,
      ['合拢区', '龙门吊下'],
      [
        ['吊耳撕裂分段坠落', 'lifting', 100],
        ['高处坠落', 'height', 15],
      ],
      { many: 3, lines: ['ship'] },
    ),
    point(
      '趸船（浮码头）',
      ['facility', 'equipment'],
      BOAT,
      ['趸船甲板', '跳板'],
      [
        ['跳板湿滑落水', 'drowning', 15],
        ['走锚漂移碰撞，人员落水', 'drowning', 15],
      ],
      { lines: ['bulk', 'ship', 'oil'] },
    ),
    point(
      '船舶岸电箱',
      ['facility', 'auxiliary'],
      ['码头作业部', '电气班', '电工'],
      ['1#泊位', '2#泊位'],
      [['插接带电触电', 'electric', 7]],
      { many: 3, lines: QUAY },
    ),
    point(
      '港区加油（撬装）点',
      ['facility', 'auxiliary'],
      TRUCK,
      ['车队院内', '堆场东侧'],
      [['油气泄漏着火', 'flammable-liquid', 15]],
      { lines: ['bulk', 'container'] },
    ),
    point(
      '汛期防汛值守',
      ['activity', 'management'],
      ['安全环保部', '安全组', '安全员'],
      ['码头值班室', '防汛物资库'],
      [
        ['水位上涨设备、货物受淹', 'drowning', 15],
        ['大风预警响应不及时', 'management', 15],
      ],
      { lines: [...QUAY, 'ship'] },
    ),
  ],
}
