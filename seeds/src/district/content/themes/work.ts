import { themes } from '../theme.ts'

/** 作业活动: work that is dangerous wherever it is done. */
export const WORK_THEMES = themes({
  'hot-work': {
    factor: 'human',
    accident: 8,
    category: 'fire',
    causes: ['未清理可燃物、未接火', '未办票分析、监护缺位', '隔绝不可靠'],
    measures: {
      company: [
        ['institutional', '特级、一级动火由公司领导审批并现场带班'],
        ['institutional', '节假日、夜间动火升级管理'],
      ],
      workshop: [
        ['institutional', '动火分析合格后30分钟内作业，超时重新分析'],
        ['engineering', '清除10米内可燃物，封堵地沟、孔洞，设接火盆'],
        ['video', '一级以上动火全程视频录像'],
      ],
      team: [
        ['institutional', '作业前班长现场交底，监护人全程在岗'],
        ['institutional', '与生产系统可靠隔绝、加盲板挂牌'],
        ['institutional', '收工后留守观察不少于1小时'],
      ],
      post: [
        ['training', '焊工持证上岗，“十不焊割”'],
        ['protection', '戴焊接面罩、手套，穿阻燃服'],
        ['emergency', '现场配灭火器、灭火毯各不少于2具'],
      ],
    },
    faults: [
      ['动火作业票未填写分析时间和部位', '收回作业票，重新分析审批', 'now'],
      ['{unit}动火点下方未设接火盆', '停止作业，完善防护后恢复', 'now'],
      ['动火监护人离开现场', '立即停止作业，对监护人考核', 'now'],
      ['焊机二次线接头裸露', '包扎绝缘或更换', 'now'],
      ['动火点10米范围内有可燃物未清理', '清理或用防火毯覆盖', 'now'],
    ],
    majors: [
      [
        '未按规定执行动火特殊作业审批制度，特级动火无人监护',
        '《化工和危险化学品生产经营单位重大生产安全事故隐患判定标准（试行）》第十八条',
        '立即停止作业，全面复训特殊作业规范，按GB 30871重新审批',
      ],
    ],
  },
  height: {
    factor: 'human',
    accident: 9,
    category: 'fall',
    causes: ['未系安全带、挂点不牢', '临边洞口防护缺失', '梯具不稳、踏空', '平台湿滑、护栏锈蚀'],
    measures: {
      company: [
        ['institutional', '二级以上高处作业由公司分管负责人审批'],
        ['institutional', '外包高处作业资质审查、统一管理'],
      ],
      workshop: [
        ['engineering', '临边洞口设1.2米护栏和安全网，脚手架验收挂牌'],
        ['institutional', '石棉瓦、彩钢板等轻型屋面铺设承重走道板'],
        ['institutional', '五级以上风、雨雪停止露天高处作业'],
      ],
      team: [
        ['institutional', '作业前查身体、查工具、查防护，班长签票'],
        ['institutional', '设监护人和警戒区，垂直交叉作业错开'],
        ['training', '安全带使用、救援训练'],
      ],
      post: [
        ['protection', '系双钩五点式安全带，高挂低用'],
        ['institutional', '工具入袋，严禁抛掷'],
        ['emergency', '坠落悬吊15分钟内完成救援'],
      ],
    },
    faults: [
      ['作业人员高处作业未系安全带', '立即停止，教育考核', 'now'],
      ['{unit}移动梯无防滑脚、无人扶梯', '更换合格梯具，专人监护', 'now'],
      ['检修平台护栏缺失一段', '恢复护栏，恢复前禁止使用'],
      ['脚手架未验收挂牌即投入使用', '停用，组织验收挂牌'],
      ['安全带挂钩磨损、织带起毛', '报废更换', 'now'],
      ['吊装孔、检修孔盖板未复位', '立即复位并固定', 'now'],
    ],
  },
  'temporary-power': {
    factor: 'management',
    accident: 5,
    causes: ['线缆破损浸水', '一闸多机、漏保失效', '超期未拆除'],
    measures: {
      company: [
        ['institutional', '临时用电实行审批，公司每月抽查'],
        ['institutional', '外包施工用电统一验收后送电'],
      ],
      workshop: [
        ['engineering', '一机一闸一漏一箱，TN-S系统'],
        ['institutional', '架空高度不低于2.5米，过路穿管'],
        ['institutional', '临时用电时间不超15天'],
      ],
      team: [
        ['institutional', '每日检查箱、线、漏保'],
        ['institutional', '爆炸危险区用电先检测'],
        ['institutional', '停工断电，工完拆除'],
      ],
      post: [
        ['training', '由持证电工接拆线'],
        ['protection', '使用绝缘合格的手持电动工具'],
        ['emergency', '漏保跳闸查明原因后送电'],
      ],
    },
    faults: [
      ['临时用电线缆浸泡在水中', '立即断电移走，架空敷设', 'now'],
      ['开关箱一闸多机', '分设开关箱'],
      ['临时用电超期未拆除', '拆除，补办手续', 'now'],
      ['手持电动工具绝缘未检测', '检测贴标'],
    ],
  },
  maintenance: {
    factor: 'management',
    accident: 3,
    causes: ['未断电上锁挂牌', '交叉作业无协调', '能量未释放、误启动'],
    measures: {
      company: [
        ['institutional', '检维修方案审批，重大检修成立指挥部'],
        ['institutional', '承包商安全准入与黑名单管理'],
      ],
      workshop: [
        ['institutional', '能量隔离上锁挂牌，“谁上锁谁解锁”'],
        ['institutional', '检修前JSA分析与交底'],
        ['engineering', '检修区域围挡隔离'],
      ],
      team: [
        ['institutional', '试车前清点人员、工具'],
        ['institutional', '班长确认盲板、阀位'],
        ['institutional', '多工种交叉设统一协调人'],
      ],
      post: [
        ['protection', '按作业票穿戴防护用品'],
        ['institutional', '未确认零能量不得作业'],
        ['emergency', '异常立即停工撤离'],
      ],
    },
    faults: [
      ['{unit}检修未挂“禁止合闸”牌', '补挂并上锁', 'now'],
      ['承包商人员未经入厂安全培训', '清退，培训考核后入场'],
      ['检修方案无风险分析内容', '补充JSA并重新交底'],
      ['检修后防护罩未恢复即试车', '停机恢复防护', 'now'],
      ['检修区无围挡，非作业人员穿行', '设围挡和警示带', 'now'],
    ],
  },
  'pipe-opening': {
    factor: 'management',
    accident: 7,
    category: 'leak',
    occupational: 'chemical',
    causes: ['未泄压置换', '阀门内漏、未加盲板', '站位不当'],
    measures: {
      company: [
        ['institutional', '盲板抽堵统一编号，公司建立盲板图'],
        ['institutional', '带压、有毒介质抽堵升级审批'],
      ],
      workshop: [
        ['institutional', '系统泄压、置换合格后作业'],
        ['institutional', '作业票一块一票，专人确认'],
        ['engineering', '盲板、垫片材质压力等级匹配'],
      ],
      team: [
        ['institutional', '监护人现场确认阀门上锁'],
        ['institutional', '同一管道不得同时两处抽堵'],
        ['monitoring', '作业中连续气体检测'],
      ],
      post: [
        ['protection', '戴面罩、空气呼吸器和防化手套'],
        ['institutional', '松螺栓从远侧开始，缓慢泄压'],
        ['emergency', '喷出时撤至上风向并冲洗'],
      ],
    },
    faults: [
      ['盲板未编号挂牌，现场与盲板图不符', '核对、编号、更新盲板图'],
      ['管道倒淋阀未加丝堵', '补加丝堵', 'now'],
      ['盲板抽堵作业票未填写介质压力', '重新办理', 'now'],
      ['{point}法兰螺栓不满扣', '更换等长螺栓'],
    ],
  },
  blasting: {
    factor: 'human',
    accident: 13,
    category: 'explosion',
    causes: ['警戒不到位', '起爆网路连接错误', '爆后检查不彻底'],
    measures: {
      company: [
        ['institutional', '爆破作业委托有资质单位实施，公司领导现场带班'],
        ['institutional', '爆破设计、警戒方案按级审批，报公安机关备案'],
      ],
      workshop: [
        ['institutional', '设不小于300米警戒，岗哨持旗、持对讲机到位'],
        ['engineering', '设避炮棚，设备撤离爆区'],
        ['institutional', '雷电、大雾、黄昏夜间禁止爆破'],
      ],
      team: [
        ['institutional', '执行“一炮三检、三人连锁”，起爆信号三次确认'],
        ['institutional', '爆后15分钟检查，盲炮由专人处理'],
        ['institutional', '爆破器材当班领退，账物相符'],
      ],
      post: [
        ['training', '爆破员、安全员、保管员持证上岗'],
        ['protection', '穿棉质（防静电）工作服，禁带手机火种'],
        ['emergency', '发现盲炮立即设警戒并报告，不得拉拔导线'],
      ],
    },
    faults: [
      ['爆破警戒岗哨缺一处', '暂停起爆，补齐岗哨', 'now'],
      ['爆破器材领退登记签字不全', '补签核对，考核责任人'],
      ['避炮棚顶板变形', '加固或更换'],
      ['爆后检查记录未填写盲炮情况', '补充检查并如实记录', 'now'],
    ],
  },
})
