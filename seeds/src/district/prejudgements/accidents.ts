import type { AccidentType } from '@onemap/api/domain/accident-type'

/** An entry of the library of accident cases. */
export interface Accident {
  readonly title: string
  readonly occurredOn: string
  readonly place: string
  readonly industry: string
  readonly accidentType: AccidentType
  readonly deaths: number | null
  readonly injuries: number | null
  readonly summary: string
  readonly lessons: string
  readonly source: string
  /** Invented, to show what the library is for. */
  readonly invented: boolean
}

/** Accidents whose investigation is public; figures are those of the reports. What a report does not give as one number stays empty. */
const PUBLIC: readonly Omit<Accident, 'invented'>[] = [
  {
    title: '北京长峰医院“4·18”重大火灾事故',
    occurredOn: '2023-04-18',
    place: '北京市丰台区',
    industry: '医疗卫生（改造施工）',
    accidentType: 8,
    deaths: 29,
    injuries: 42,
    summary:
      '医院改造工程施工现场，自流平地面施工与门框安装切割交叉作业，环氧树脂底涂材料中的易燃易爆成分挥发形成爆炸性气体混合物，遇角磨机切割产生的火花发生爆燃，引燃现场可燃物。',
    lessons:
      '动火作业与使用易燃溶剂的作业不得交叉；施工期间人员仍在使用的建筑，要先评估再施工；动火审批、看护和疏散通道逐项落实。',
    source: '事故调查报告（公开发布）',
  },
  {
    title: '江苏响水天嘉宜化工有限公司“3·21”特别重大爆炸事故',
    occurredOn: '2019-03-21',
    place: '江苏省盐城市响水县',
    industry: '化学原料和化学制品制造业',
    accidentType: 18,
    deaths: 78,
    injuries: null,
    summary:
      '旧固废库内长期违法贮存的硝化废料持续积热升温导致自燃，燃烧引发硝化废料爆炸。另有 76 人重伤，640 人住院治疗。',
    lessons:
      '危险废物按危险化学品的危险性管控，贮存不超期、不超量；固废库纳入风险点并监测温度；环保、安全手续不得以瞒报规避。',
    source: '国务院事故调查组调查报告（公开发布）',
  },
  {
    title: '天津港瑞海公司危险品仓库“8·12”特别重大火灾爆炸事故',
    occurredOn: '2015-08-12',
    place: '天津市滨海新区',
    industry: '装卸搬运和仓储业',
    accidentType: 18,
    deaths: 165,
    injuries: 798,
    summary:
      '集装箱内硝化棉因湿润剂散失局部干燥，在高温天气等因素作用下加速分解放热、积热自燃，引起相邻集装箱内危险化学品长时间大面积燃烧，导致堆放的硝酸铵等危险化学品发生爆炸。另有 8 人失踪。',
    lessons:
      '危险货物分类、分区、限量储存，禁忌物不得混存；高温季节加密测温；周边安全距离不足的，先整改后经营；应急力量须事先掌握现场物料。',
    source: '国务院事故调查组调查报告（公开发布）',
  },
  {
    title: '江苏昆山中荣金属制品有限公司“8·2”特别重大铝粉尘爆炸事故',
    occurredOn: '2014-08-02',
    place: '江苏省昆山市',
    industry: '金属制品业',
    accidentType: 18,
    deaths: 97,
    injuries: 163,
    summary:
      '除尘系统较长时间未按规定清理，铝粉尘集聚；除尘系统风机开启后粉尘云遇点火源，发生系列爆炸。',
    lessons:
      '涉爆粉尘场所的除尘系统按标准设置泄爆、隔爆、锁气卸灰；每班清扫积尘并记录；作业人数 10 人以上的直接判定为重大风险。',
    source: '国务院事故调查组调查报告（公开发布）',
  },
  {
    title: '吉林宝源丰禽业有限公司“6·3”特别重大火灾爆炸事故',
    occurredOn: '2013-06-03',
    place: '吉林省德惠市',
    industry: '农副食品加工业',
    accidentType: 8,
    deaths: 121,
    injuries: 76,
    summary:
      '主厂房电气线路短路引燃周围可燃物，火势蔓延使氨设备和氨管道发生物理爆炸，大量氨气泄漏并参与燃烧。安全出口锁闭，人员无法逃生。',
    lessons:
      '生产期间安全出口严禁锁闭；冷库、加工间不用易燃保温材料；涉氨制冷要有泄漏报警和应急预案，每半年演练一次。',
    source: '国务院事故调查组调查报告（公开发布）',
  },
]

const INVENTED: readonly Omit<Accident, 'invented'>[] = [
  {
    title: '（示例）某纸业公司纸浆池清理中毒未遂事件',
    occurredOn: '2025-07-09',
    place: '示例园区',
    industry: '造纸和纸制品业',
    accidentType: 19,
    deaths: 0,
    injuries: 1,
    summary:
      '演示用虚构案例：停机检修时，员工未检测硫化氢即下池清理，感到头晕后被监护人员拉出，住院观察一日。',
    lessons: '有限空间“先通风、再检测、后作业”；监护人不离岗；盲目施救一律禁止。',
    source: '演示数据，非真实事件',
  },
  {
    title: '（示例）某机械厂行车吊物坠落事故',
    occurredOn: '2025-11-18',
    place: '示例园区',
    industry: '通用设备制造业',
    accidentType: 4,
    deaths: 0,
    injuries: 1,
    summary: '演示用虚构案例：吊带磨损未及时报废，吊运工件时断裂，工件坠落砸伤配合人员脚部。',
    lessons: '吊索具班前检查、定期报废；吊物下方不站人；指挥信号统一。',
    source: '演示数据，非真实事件',
  },
]

/** What the library begins with. */
export const ACCIDENTS: readonly Accident[] = [
  ...PUBLIC.map((one) => ({ ...one, invented: false })),
  ...INVENTED.map((one) => ({ ...one, invented: true })),
]
