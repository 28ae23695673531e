import { themes } from '../theme.ts'

/** 场所与环境: ground, water, crowds, order. */
export const PLACE_THEMES = themes({
  collapse: {
    factor: 'environment',
    accident: 10,
    category: 'collapse',
    causes: ['坡度过陡、违规掏挖', '结构裂缝、超载', '雨水浸泡、无人监护'],
    measures: {
      company: [
        ['institutional', '建（构）筑物、筒仓每年安全评估'],
        ['emergency', '编制坍塌事故预案，储备救援装备'],
      ],
      workshop: [
        ['engineering', '堆料高度、坡角控制，设挡墙'],
        ['monitoring', '沉降、倾斜、裂缝定期观测'],
        ['institutional', '荷载不得超过设计值并标识'],
      ],
      team: [
        ['institutional', '取料自上而下，严禁掏挖'],
        ['institutional', '雨后检查边坡、料堆'],
        ['institutional', '作业设专人监护'],
      ],
      post: [
        ['institutional', '严禁进入料堆下方和仓内站立'],
        ['protection', '入仓系安全绳'],
        ['emergency', '发现裂缝、掉块立即撤人报告'],
      ],
    },
    faults: [
      ['{point}料堆坡面过陡，有掏挖痕迹', '用机械削坡，恢复安全坡角'],
      ['{point}结构裂缝、变形未设观测点', '设观测点定期观测，必要时委托鉴定'],
      ['钢平台未标注限载', '核算并标注限载', 'now'],
      ['雨后料场排水沟堵塞', '疏通排水', 'now'],
      ['{point}周边警戒线缺失', '设围挡警示', 'now'],
    ],
    majors: [
      [
        '筒型库清库作业未制定方案，由无资质单位实施',
        '《工贸企业重大事故隐患判定标准》第六条（建材行业）',
        '停止清库，委托具备能力的单位编制方案，审批后实施',
      ],
    ],
  },
  drowning: {
    factor: 'environment',
    accident: 6,
    category: 'fall',
    causes: ['护栏缺失、照明不足', '未穿救生衣', '湿滑失足、警示不足'],
    measures: {
      company: [
        ['institutional', '水域、水池统一编号管理，汛期专项检查'],
        ['emergency', '编制落水救援方案，每年演练'],
      ],
      workshop: [
        ['engineering', '临水设护栏、防护轮坎，夜间照明'],
        ['engineering', '每50米配救生圈、救生杆'],
        ['video', '临水重点段视频监控'],
      ],
      team: [
        ['institutional', '水上、临边作业两人同行'],
        ['institutional', '大风、结冰停止作业'],
        ['training', '水上救生训练'],
      ],
      post: [
        ['protection', '穿救生衣、防滑鞋'],
        ['institutional', '不翻越护栏、不在轮坎上行走'],
        ['emergency', '落水抛救生圈并呼救，不盲目下水'],
      ],
    },
    faults: [
      ['{point}护栏锈蚀断裂', '焊接修复并防腐'],
      ['救生圈缺失、救生绳老化', '补充更换', 'now'],
      ['作业人员未穿救生衣', '立即纠正，配发到人', 'now'],
      ['{point}夜间照明灯损坏3盏', '更换灯具'],
      ['“水深危险”警示牌缺失', '增设警示牌', 'now'],
    ],
  },
  crowd: {
    factor: 'management',
    accident: 20,
    causes: ['客流超限、疏导不力', '出入口对冲、通道狭窄', '应急广播失灵、恐慌'],
    measures: {
      company: [
        ['institutional', '节假日和大型活动编制安保方案，报批核定最大承载量'],
        ['emergency', '与公安、消防、医疗联动，每年疏散演练'],
      ],
      workshop: [
        ['monitoring', '客流计数实时监测，80%预警、100%限流'],
        ['engineering', '出入口单向组织、疏散通道宽度符合要求'],
        ['video', '人员密集点位视频全覆盖'],
      ],
      team: [
        ['institutional', '高峰时段定岗定人疏导'],
        ['institutional', '广播、标识、铁马提前设置'],
        ['training', '保安开展踩踏处置培训'],
      ],
      post: [
        ['institutional', '每30分钟巡查通道畅通'],
        ['emergency', '拥挤时立即广播分流、打开全部出口'],
        ['institutional', '发现滞留及时报告'],
      ],
    },
    faults: [
      ['{point}疏散通道被摊位占用', '清理占道摊位，划定禁占线', 'now'],
      ['应急广播无声', '维修功放、试播'],
      ['客流计数装置离线', '修复并接入平台'],
      ['安全出口标志不亮', '更换灯具', 'now'],
      ['节日布展线缆横跨通道', '改道架空，加设过线桥', 'now'],
    ],
    majors: [
      [
        '疏散通道、安全出口数量不足且长期锁闭',
        '《重大火灾隐患判定方法》GB 35181',
        '立即打开并恢复安全出口，改造疏散通道，限流运营',
      ],
    ],
  },
  'public-fire': {
    factor: 'management',
    accident: 8,
    category: 'fire',
    causes: ['私拉乱接、过负荷', '用火不慎、可燃物集中', '疏散通道堵塞、器材失效'],
    measures: {
      company: [
        ['institutional', '落实消防安全责任人、管理人，逐级签订责任书'],
        ['emergency', '建微型消防站，3分钟到场'],
      ],
      workshop: [
        ['engineering', '电气线路穿管敷设，分户设置断路器'],
        ['monitoring', '电气火灾监控与独立烟感接入平台'],
        ['institutional', '禁止“三合一”、违规用气用火'],
      ],
      team: [
        ['institutional', '每两小时防火巡查并打卡'],
        ['institutional', '下班（闭市）断电、清场、关气'],
        ['training', '每半年开展消防培训和疏散演练'],
      ],
      post: [
        ['institutional', '发现私拉乱接、堵塞通道当场劝改'],
        ['emergency', '初起火灾就近取用灭火器并报警'],
        ['institutional', '燃气用具人离火熄'],
      ],
    },
    faults: [
      ['{point}私拉电线、使用大功率电器', '拆除私拉线路，核定负荷', 'now'],
      ['{unit}消防通道停放车辆', '清离车辆，施划禁停标线', 'now'],
      ['{point}电热器具下班未断电', '断电并落实人走断电检查', 'now'],
      ['{point}独立烟感报警器电量不足', '更换电池并测试', 'now'],
      ['消火栓水压不足', '检修泵组与管网'],
      ['灭火器被锁在柜内', '打开柜锁', 'now'],
    ],
  },
  management: {
    factor: 'management',
    accident: 20,
    causes: ['制度不落实、职责不清', '培训不到位', '检查流于形式、变更未评估'],
    measures: {
      company: [
        ['institutional', '主要负责人每季度主持安委会，研究重大风险'],
        ['institutional', '足额提取安全生产费用'],
      ],
      workshop: [
        ['institutional', '每周安全检查，问题闭环'],
        ['training', '三级安全教育与考核'],
        ['institutional', '变更管理与承包商管理'],
      ],
      team: [
        ['institutional', '班前会讲风险、交接班交隐患'],
        ['training', '每周一次班组安全活动'],
        ['institutional', '岗位隐患排查日清日结'],
      ],
      post: [
        ['training', '熟知本岗位风险告知卡'],
        ['institutional', '有权拒绝违章指挥、强令冒险作业'],
        ['protection', '正确佩戴劳动防护用品'],
      ],
    },
    faults: [
      ['{unit}班组安全活动记录代签', '纠正并考核，开展补课'],
      ['岗位风险告知卡未更新', '按最新辨识结果更新', 'now'],
      ['应急预案未按三年修订', '修订、评审并备案'],
      ['安全教育培训档案缺考核试卷', '补考归档'],
      ['相关方安全协议未签订', '签订协议并交底'],
      ['年度应急演练缺少评估总结', '补充评估，落实改进项'],
    ],
  },
  slip: {
    factor: 'environment',
    accident: 20,
    category: 'fall',
    causes: ['油水未清理、照明不足', '盖板缺失、台阶破损', '结冰积雪'],
    measures: {
      company: [
        ['institutional', '作业环境整治列入5S考核'],
        ['institutional', '每季度环境安全检查'],
      ],
      workshop: [
        ['engineering', '地面防滑处理、沟盖板齐全'],
        ['engineering', '坡道、台阶设扶手和反光条'],
        ['institutional', '照明照度达标'],
      ],
      team: [
        ['institutional', '每班清理油水、积冰'],
        ['institutional', '通道保持畅通'],
        ['institutional', '湿滑时设警示牌'],
      ],
      post: [
        ['protection', '穿防滑工作鞋'],
        ['institutional', '上下楼梯扶扶手'],
        ['emergency', '跌伤及时包扎送医'],
      ],
    },
    faults: [
      ['{unit}地沟盖板缺失一块', '补装盖板', 'now'],
      ['通道堆放物料，宽度不足', '清理通道', 'now'],
      ['楼梯踏步防滑条脱落', '修复防滑条'],
      ['照明损坏，照度不足', '更换灯具', 'now'],
      ['冬季门口结冰未撒砂', '清冰撒防滑砂', 'now'],
    ],
  },
})
