import { templateItems, type InspectionTemplate } from './inspection-template.ts'

const GB_30871 = 'GB 30871-2022 危险化学品企业特殊作业安全规范'
const FIRE_61 = '《机关、团体、企业、事业单位消防安全管理规定》'

/** 季节性、节假日、事故类比、复产复工排查: what an occasion calls for. */
export const OCCASIONAL_TEMPLATES: readonly InspectionTemplate[] = [
  {
    key: 'summer', kind: 'seasonal', frequency: 'yearly',
    name: { zh: '夏季防雷、防汛、防暑排查', en: 'Summer: lightning, floods, heat' },
    items: templateItems({
      equipment: [
        ['防雷设施', '接闪器、引下线、接地电阻', '检测报告在有效期内，连接无锈断', '《防雷减灾管理办法》'],
        ['排水设施', '雨水管网、排涝泵、沙袋', '管网疏通，泵试运行正常，物资到位'],
        ['储罐、气瓶', '喷淋降温、遮阳、泄压', '喷淋有效，气瓶不曝晒，安全泄放完好'],
        ['屋面与高处构件', '彩钢板、广告牌、脚手架', '固定牢固，大风前检查并加固'],
      ],
      post: [['高温岗位', '防暑降温与轮换', '清凉饮料、药品到位，高温时段调整作业']],
      department: [['值班', '汛期值守与预警响应', '值班表落实，能接收并响应气象预警']],
    }),
  },
  {
    key: 'winter', kind: 'seasonal', frequency: 'yearly',
    name: { zh: '冬季防火、防冻、防滑排查', en: 'Winter: fire, frost, slipping' },
    items: templateItems({
      equipment: [
        ['管线阀门', '保温、伴热、排凝', '保温完好，死角排空，冻凝后严禁明火烘烤'],
        ['消防水系统', '室外消火栓、水池、泵房防冻', '防冻措施到位，泵房温度不低于5℃'],
        ['取暖设施', '电暖器、锅炉、煤气报警', '无违规取暖，燃煤房间有一氧化碳报警'],
        ['静电接地', '装卸、加料静电接地', '接地夹有效，干燥天气增加检测', 'GB 12158-2006 防止静电事故通用导则'],
      ],
      department: [['厂区道路', '积雪结冰清理', '坡道、楼梯防滑，及时除冰']],
    }),
  },
  {
    key: 'holiday', kind: 'holiday', frequency: 'once',
    name: { zh: '节假日前排查', en: 'Before a public holiday' },
    items: templateItems({
      equipment: [
        ['停用设备', '断电、断气、泄压、挂牌', '能量隔离到位，钥匙专人保管'],
        ['消防设施', '控制室双人值守、设施在自动状态', '控制主机无故障，主备电正常', FIRE_61],
      ],
      post: [['值班人员', '领导带班与联络', '带班表公示，电话畅通，熟悉应急程序']],
      department: [
        ['仓库', '易燃易爆物品与门窗', '存量最低，门窗关闭，可燃物清理'],
        ['特殊作业', '节日期间动火、有限空间等', '原则上停止，确需的升级审批', GB_30871],
        ['安保', '门卫与视频巡查', '外来人员登记，视频无盲区'],
      ],
    }),
  },
  {
    key: 'analogy', kind: 'analogy', frequency: 'once',
    name: { zh: '事故类比排查', en: 'After an accident elsewhere' },
    items: templateItems({
      equipment: [
        ['同类设备设施', '与事故设备同类的部位', '逐台对照事故原因，安全装置有效'],
        ['监测与联锁', '能够阻断同类事故的联锁、报警', '试验动作正常，未被旁路'],
      ],
      post: [['同类岗位', '同类作业人员对事故原因的掌握', '已组织学习通报，抽问合格']],
      department: [
        ['安全管理部门', '事故直接原因对照', '逐条对照，有结论、有记录'],
        ['安全管理部门', '事故间接原因（管理）对照', '制度、培训、外包管理逐条对照'],
        ['安全管理部门', '同类风险重新评价', '涉及风险点已重新评价，措施已补充'],
      ],
    }),
  },
  {
    key: 'restart', kind: 'restart', frequency: 'once',
    name: { zh: '复产复工排查', en: 'Before restarting production' },
    items: templateItems({
      equipment: [
        ['主要设备', '开车前检查与单机试车', '检修项目验收，盲板拆除确认，试车正常'],
        ['安全附件与联锁', '投用状态', '全部投用，无旁路，检验有效'],
        ['公用工程', '水、电、气、汽供应', '供应稳定，切换备用正常'],
        ['消防与应急', '设施、物资、通道', '全部恢复到正常状态', FIRE_61],
      ],
      post: [['返岗及新进人员', '收心教育与再培训', '全员教育并考试合格，身体状况已了解']],
      department: [
        ['主要负责人', '复产方案与“开工第一课”', '方案已审批，主要负责人已讲课'],
        ['安全管理部门', '停产期间隐患整改', '全部整改验收，未整改的不得开工'],
      ],
      major: [['特殊作业', '开停车、动火、有限空间作业审批', '一项一票，现场确认和监护到位', GB_30871]],
    }),
  },
]
