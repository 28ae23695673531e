import type { AccidentType } from '@onemap/api/domain/accident-type'
import type { ControlLevel } from '@onemap/api/domain/control-level'
import type { MeasureCategory } from '@onemap/api/domain/control-measure'
import type { Label } from '@onemap/api/domain/dictionary'
import type { Factor, OccupationalFactor, RiskCategory } from '@onemap/api/domain/hazard-factors'

/** A hazard source that many enterprises have, to begin from: everything in it can be changed. */
export interface TypicalSource {
  readonly title: Label
  readonly description: string
  readonly factor: Factor
  readonly accidentType: AccidentType
  readonly riskCategory: RiskCategory | null
  readonly occupationalFactor: OccupationalFactor | null
  /** What each level of the enterprise usually does about it. */
  readonly measures: Readonly<
    Record<ControlLevel, { readonly category: MeasureCategory; readonly content: string }>
  >
}

const measure = (category: MeasureCategory, content: string) => ({ category, content })

/** In the words of control lists as enterprises keep them. */
export const TYPICAL_SOURCES: readonly TypicalSource[] = [
  {
    title: { zh: '机械传动', en: 'Moving machinery' },
    description: '设备转动、传动部位防护罩缺失或未固定，人员肢体可能被卷入',
    factor: 'object',
    accidentType: 3,
    riskCategory: null,
    occupationalFactor: null,
    measures: {
      company: measure('institutional', '制定设备安全管理制度，每季度组织机械防护专项检查'),
      workshop: measure('engineering', '转动部位加装固定防护罩并设联锁，缺失的停机整改'),
      team: measure('training', '班前会讲清设备危险部位，检修执行挂牌上锁'),
      post: measure('protection', '开机前确认防护罩完好，扎紧袖口，禁止戴手套操作旋转设备'),
    },
  },
  {
    title: { zh: '用电设备', en: 'Electrical equipment' },
    description: '配电箱、用电设备漏电保护失效或线路绝缘老化破损',
    factor: 'object',
    accidentType: 5,
    riskCategory: null,
    occupationalFactor: null,
    measures: {
      company: measure('institutional', '制定临时用电管理制度，每年委托检测接地与防雷'),
      workshop: measure('engineering', '配电箱装设漏电保护器，每月试验一次并记录'),
      team: measure('institutional', '电工持证上岗，停送电执行工作票和挂牌'),
      post: measure('protection', '作业前检查线路绝缘，湿手不操作电器，穿绝缘鞋'),
    },
  },
  {
    title: { zh: '动火作业', en: 'Hot work' },
    description: '动火作业未清理周边可燃物、未办理动火票或监护不到位',
    factor: 'human',
    accidentType: 8,
    riskCategory: 'fire',
    occupationalFactor: null,
    measures: {
      company: measure('institutional', '动火作业分级审批，特级、一级动火由公司审批并带班'),
      workshop: measure('institutional', '办理动火票，作业前检测可燃气体，落实监护人'),
      team: measure('emergency', '清理作业点 10 米内可燃物，配齐灭火器和接火盆'),
      post: measure('protection', '焊工持证上岗，作业后留守 30 分钟确认无火种'),
    },
  },
  {
    title: { zh: '易燃液体储存', en: 'Flammable liquid storage' },
    description: '易燃液体储罐、容器或管道法兰泄漏，遇点火源引发火灾爆炸',
    factor: 'object',
    accidentType: 8,
    riskCategory: 'leak',
    occupationalFactor: null,
    measures: {
      company: measure('emergency', '编制泄漏专项应急预案，每半年演练一次'),
      workshop: measure('monitoring', '设可燃气体探测报警，报警信号传至控制室，每季度标定'),
      team: measure('institutional', '每班巡检法兰、阀门和液位，进入罐区消除静电'),
      post: measure('engineering', '装卸前连接静电接地，确认阀门状态后作业'),
    },
  },
  {
    title: { zh: '可燃粉尘', en: 'Combustible dust' },
    description: '除尘系统积尘或点火源管控不到位，引发粉尘爆炸',
    factor: 'object',
    accidentType: 18,
    riskCategory: 'explosion',
    occupationalFactor: 'dust',
    measures: {
      company: measure('institutional', '制定粉尘清扫和除尘系统检维修制度，核定作业人数'),
      workshop: measure('engineering', '除尘系统设泄爆、隔爆和锁气卸灰装置，不与明火设备互通'),
      team: measure('institutional', '每班清扫积尘并记录，禁止压缩空气吹扫'),
      post: measure('protection', '穿防静电工作服，佩戴防尘口罩，发现火花立即停机'),
    },
  },
  {
    title: { zh: '有限空间', en: 'Confined space' },
    description: '污水池、储罐、地坑等有限空间通风不良，缺氧或硫化氢积聚',
    factor: 'environment',
    accidentType: 19,
    riskCategory: 'poisoning',
    occupationalFactor: 'chemical',
    measures: {
      company: measure('institutional', '建立有限空间台账，作业实行审批，禁止盲目施救'),
      workshop: measure('monitoring', '先通风、再检测、后作业，作业中连续检测气体'),
      team: measure('emergency', '设专人监护，配备正压式呼吸器、三脚架和安全绳'),
      post: measure('protection', '佩戴气体检测仪和安全带，异常立即撤离'),
    },
  },
  {
    title: { zh: '高处作业', en: 'Work at height' },
    description: '2 米以上作业临边无防护或未系挂安全带',
    factor: 'human',
    accidentType: 9,
    riskCategory: 'fall',
    occupationalFactor: null,
    measures: {
      company: measure('institutional', '高处作业分级审批，外委作业核验资质'),
      workshop: measure('engineering', '平台、洞口、临边设防护栏和踢脚板'),
      team: measure('institutional', '办理高处作业票，作业下方设警戒区和监护'),
      post: measure('protection', '系挂双钩安全带，高挂低用，六级以上大风停止作业'),
    },
  },
  {
    title: { zh: '起重吊装', en: 'Lifting' },
    description: '行车、吊具带病运行或吊物下方有人',
    factor: 'object',
    accidentType: 4,
    riskCategory: null,
    occupationalFactor: null,
    measures: {
      company: measure('institutional', '起重机械登记建档，按期检验，作业人员持证'),
      workshop: measure('engineering', '限位、制动、缓冲装置完好，每月检查吊具'),
      team: measure('institutional', '专人指挥，执行十不吊'),
      post: measure('protection', '起吊前试吊，吊物下方不站人，佩戴安全帽'),
    },
  },
  {
    title: { zh: '压力容器', en: 'Pressure vessel' },
    description: '储气罐、反应釜等压力容器安全附件失效或超压运行',
    factor: 'object',
    accidentType: 17,
    riskCategory: 'explosion',
    occupationalFactor: null,
    measures: {
      company: measure('institutional', '设特种设备安全总监和安全员，按期定检'),
      workshop: measure('automation', '设超压联锁和报警，安全阀每年校验、压力表每半年检定'),
      team: measure('institutional', '每班记录压力、温度，每周手动试排一次'),
      post: measure('training', '持证操作，严禁超温超压，异常立即泄压停车'),
    },
  },
  {
    title: { zh: '锅炉', en: 'Boiler' },
    description: '锅炉缺水、超压或安全联锁失效',
    factor: 'object',
    accidentType: 16,
    riskCategory: 'explosion',
    occupationalFactor: 'heat',
    measures: {
      company: measure('institutional', '锅炉登记检验，建立日管控、周排查、月调度制度'),
      workshop: measure('automation', '设低水位、超压联锁，每月试验并记录'),
      team: measure('institutional', '每班冲洗水位计，记录水质化验'),
      post: measure('training', '司炉工持证上岗，水位异常按规程停炉，不得进冷水'),
    },
  },
  {
    title: { zh: '厂内车辆', en: 'On-site vehicles' },
    description: '叉车、装载机与行人混行，超速或盲区未警示',
    factor: 'human',
    accidentType: 2,
    riskCategory: null,
    occupationalFactor: null,
    measures: {
      company: measure('institutional', '厂内机动车登记检验，驾驶人员持证'),
      workshop: measure('engineering', '划定人车分流通道，路口设反光镜和限速 5 km/h 标志'),
      team: measure('institutional', '班前检查制动、灯光、倒车报警'),
      post: measure('training', '系安全带，叉运视线受阻时倒车行驶'),
    },
  },
  {
    title: { zh: '高温灼烫', en: 'Hot surfaces and media' },
    description: '高温设备、蒸汽或熔融物料外溢接触人员',
    factor: 'object',
    accidentType: 7,
    riskCategory: 'leak',
    occupationalFactor: 'heat',
    measures: {
      company: measure('emergency', '编制高温物料外溢处置方案，配备应急药品'),
      workshop: measure('engineering', '高温管线和设备保温隔热，设隔离挡板'),
      team: measure('institutional', '每班检查保温、疏水和密封，开启阀门侧身缓开'),
      post: measure('protection', '穿戴隔热服、面罩和手套'),
    },
  },
]
