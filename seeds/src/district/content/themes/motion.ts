import { themes } from '../theme.ts'

/** 机械、起重、车辆: things that move. */
export const MOTION_THEMES = themes({
  machine: {
    factor: 'object',
    accident: 3,
    causes: ['防护罩缺失、联锁短接', '未停机清理、戴手套操作', '误启动、急停失灵'],
    measures: {
      company: [
        ['institutional', '新购设备执行安全防护“三同时”验收'],
        ['institutional', '每半年组织机械防护专项检查'],
      ],
      workshop: [
        ['engineering', '传动、旋转部位防护罩齐全，与停机联锁'],
        ['institutional', '检修执行断电、上锁、挂牌（LOTO）'],
        ['engineering', '急停按钮按工位设置，每月试验'],
      ],
      team: [
        ['institutional', '班前点检防护罩、急停，填写点检表'],
        ['institutional', '清理、调整必须停机，严禁运行中伸手'],
        ['training', '新员工师带徒期满考核合格后独立操作'],
      ],
      post: [
        ['protection', '穿紧身工作服、戴工作帽，禁止戴手套操作旋转设备'],
        ['institutional', '启动前确认人员离开危险区'],
        ['emergency', '发生绞卷立即按急停并呼救，不得倒转设备'],
      ],
    },
    faults: [
      ['{point}传动皮带防护罩缺失', '加装固定式防护罩，恢复前停用'],
      ['{point}急停按钮被胶带缠住', '立即恢复并测试，严禁擅自屏蔽', 'now'],
      ['{post}操作旋转设备戴线手套', '现场纠正并教育考核', 'now'],
      ['{point}防护门联锁被短接', '恢复联锁，追查责任'],
      ['{point}地脚螺栓松动，运行有异响', '停机紧固，校正同轴度'],
      ['安全操作规程未上墙，字迹脱落', '更换规程牌', 'now'],
      ['{point}周边油污未清理，地面湿滑', '清理油污，铺设防滑垫', 'now'],
    ],
  },
  nip: {
    factor: 'human',
    accident: 3,
    causes: ['防护杆、光幕失效', '运转中清理缠绕', '袖口未扎紧、长发未盘'],
    measures: {
      company: [
        ['institutional', '对卷入风险设备逐台开展本质安全改造，列入年度技措计划'],
        ['institutional', '发生险肇事件必须上报并开展类比排查'],
      ],
      workshop: [
        ['engineering', '压区入口设防护杆、光电保护或安全拉绳开关'],
        ['institutional', '引纸、穿布、处理断头须爬行速度点动操作'],
        ['engineering', '操作侧设急停拉绳，全长可及'],
      ],
      team: [
        ['institutional', '换辊、清辊两人配合，一人操作一人监护'],
        ['institutional', '班长每班检查安全拉绳、光幕有效'],
        ['training', '每月开展防卷入案例教育'],
      ],
      post: [
        ['protection', '衣袖扣紧、长发盘入帽内，不佩戴首饰'],
        ['institutional', '严禁用手直接清理运转辊面'],
        ['emergency', '发生卷入立即拉停并反向松辊，呼叫急救'],
      ],
    },
    faults: [
      ['{point}压区防护杆变形未复位', '修复并调整间隙'],
      ['安全拉绳松弛，触发行程过大', '调整张紧并试验', 'now'],
      ['{post}运转中用手清理缠绕物', '立即停机制止，开展专项教育', 'now'],
      ['光电保护装置镜面被粉尘遮挡', '清洁并加装吹扫', 'now'],
      ['点动与联动转换开关无标识', '补贴标识，规范操作票', 'now'],
    ],
  },
  conveyor: {
    factor: 'object',
    accident: 3,
    causes: ['拉绳开关失灵、护网缺失', '未停机清料、跨越皮带', '跑偏打滑未停机'],
    measures: {
      company: [
        ['institutional', '输送系统纳入年度设备安全评估'],
        ['institutional', '每季度抽查输送系统防护和检修挂牌情况'],
      ],
      workshop: [
        ['engineering', '头尾轮、拉紧装置设护网，沿线设双向拉绳开关'],
        ['automation', '设跑偏、打滑、堵料、撕裂保护并联锁停机'],
        ['engineering', '跨越处设过桥，严禁跨越皮带'],
      ],
      team: [
        ['institutional', '启动前声光预警不少于15秒，逐段确认'],
        ['institutional', '清料、清扫滚筒必须停机上锁'],
        ['institutional', '班中检查托辊、滚筒温升'],
      ],
      post: [
        ['institutional', '巡检走人行通道，不得触摸运转部件'],
        ['protection', '佩戴安全帽、防尘口罩，袖口扎紧'],
        ['emergency', '遇险立即拉动拉绳开关停机'],
      ],
    },
    faults: [
      ['{point}拉绳开关不动作', '更换开关并逐个试验'],
      ['{point}尾轮护网缺失', '加装护网'],
      ['皮带下方积料未清理，托辊被埋', '停机清料，查找漏料点'],
      ['{point}跑偏开关被铁丝固定', '立即恢复，严禁屏蔽保护', 'now'],
      ['跨皮带过桥踏板锈穿', '更换踏板和护栏'],
      ['作业人员跨越运行中的皮带', '立即制止，通报考核', 'now'],
    ],
  },
  lifting: {
    factor: 'object',
    accident: 4,
    causes: [
      '钢丝绳断丝、限位失灵',
      '捆绑不牢、超载斜拉',
      '无人指挥、吊物下站人',
      '制动失灵、大风未锚定',
    ],
    measures: {
      company: [
        ['institutional', '起重机械全部登记建档，定期检验率100%'],
        ['emergency', '编制起重伤害现场处置方案，每年演练'],
      ],
      workshop: [
        ['institutional', '吊具、钢丝绳每月专项检查，达到报废标准立即更换'],
        ['engineering', '限位、超载限制、缓冲器、扫轨板齐全有效'],
        ['institutional', '吊装方案审批，六级以上大风停止室外吊装'],
      ],
      team: [
        ['institutional', '班前空载试车，检查制动、限位'],
        ['institutional', '设专人指挥，信号统一'],
        ['institutional', '吊物下方和回转半径内严禁站人'],
      ],
      post: [
        ['training', '司机、指挥持证上岗，执行“十不吊”'],
        ['protection', '戴安全帽、防砸鞋'],
        ['emergency', '制动失灵时保持镇静，选择空地落钩并鸣铃示警'],
      ],
    },
    faults: [
      ['{point}吊钩防脱钩装置损坏', '更换防脱装置，更换前停用', 'now'],
      ['{point}钢丝绳断丝接近报废标准', '更换钢丝绳'],
      ['{point}上升限位失灵', '停用检修，试验合格后投用'],
      ['吊带破损仍在使用', '立即报废并清理现场不合格吊具', 'now'],
      ['{point}检验标志超期', '申报检验，检验合格前停用'],
      ['司索指挥人员无证', '停止作业，安排持证人员，组织取证'],
    ],
  },
  forklift: {
    factor: 'human',
    accident: 2,
    causes: ['超速、视线受阻', '无证驾驶、载人行驶', '制动不良、货物超高'],
    measures: {
      company: [
        ['institutional', '场车统一登记、检验，司机持证并公司授权'],
        ['institutional', '每季度通报厂内交通违章'],
      ],
      workshop: [
        ['engineering', '划定人车分流通道，盲区设反光镜和声光报警'],
        ['automation', '叉车加装限速、刷卡启动和倒车影像'],
        ['institutional', '厂内限速5公里，弯道、门口3公里'],
      ],
      team: [
        ['institutional', '班前检查制动、转向、灯光、喇叭'],
        ['institutional', '货叉严禁载人，超高货物倒车行驶'],
        ['training', '每月开展场车案例教育'],
      ],
      post: [
        ['training', '{post}持N1证驾驶，系安全带'],
        ['institutional', '视线受阻鸣笛缓行，离车落叉拔钥匙'],
        ['protection', '作业人员穿反光背心'],
      ],
    },
    faults: [
      ['{point}后视镜损坏、喇叭不响', '立即维修，修复前停用', 'now'],
      ['叉车司机未系安全带', '现场纠正，加装安全带联锁', 'now'],
      ['叉车钥匙未拔，无人看管', '落实人离钥匙拔制度', 'now'],
      ['{unit}人车通道线磨损不清', '重新划线'],
      ['叉车载人行驶', '立即制止并考核，张贴警示', 'now'],
      ['{point}制动距离偏长', '检修制动系统，试车合格'],
    ],
  },
  'road-vehicle': {
    factor: 'environment',
    accident: 2,
    causes: [
      '人车混行、盲区无人指挥',
      '制动失效、疲劳驾驶',
      '路面湿滑、照明不足',
      '未放止滑块、溜车',
    ],
    measures: {
      company: [
        ['institutional', '外来车辆入厂登记、告知，承运单位签订安全协议'],
        ['video', '厂区主要路口视频监控与测速抓拍'],
      ],
      workshop: [
        ['engineering', '设限速标志、减速带、人行护栏'],
        ['institutional', '危化品车辆与普通货车分时分区停放'],
        ['engineering', '转弯处设凸面镜，夜间照明不低于20lx'],
      ],
      team: [
        ['institutional', '装卸时车辆熄火、驻车、放置止滑块'],
        ['institutional', '倒车设专人指挥'],
        ['institutional', '雨雪天气撒砂防滑、清除积雪'],
      ],
      post: [
        ['protection', '现场人员穿反光背心、戴安全帽'],
        ['institutional', '不得在车辆盲区停留'],
        ['emergency', '发生碰撞立即停车、施救、保护现场并报告'],
      ],
    },
    faults: [
      ['厂区道路限速标志被绿化遮挡', '修剪绿化，调整标志位置', 'now'],
      ['{point}路面破损积水', '修补路面，疏通排水'],
      ['装卸车辆未放置止滑块', '配齐止滑块，装卸前确认', 'now'],
      ['车辆盲区处凸面镜破碎', '更换凸面镜', 'now'],
      ['外来司机未戴安全帽进入装卸区', '现场纠正，入厂告知书补签', 'now'],
    ],
  },
  'falling-object': {
    factor: 'environment',
    accident: 1,
    causes: ['码放过高、固定不牢', '踢脚板缺失、工具未系绳', '防护罩破损、部件松脱'],
    measures: {
      company: [
        ['institutional', '高处放置物、货架定期安全评估'],
        ['institutional', '每季度检查钢平台、货架承载'],
      ],
      workshop: [
        ['engineering', '平台、洞口设踢脚板和防护网'],
        ['institutional', '交叉作业设隔离层和警戒区'],
        ['engineering', '货架标明限载并做防撞护角'],
      ],
      team: [
        ['institutional', '码垛高度、方式符合要求，倾斜垛及时倒垛'],
        ['institutional', '工具使用防坠绳，散料装桶吊运'],
        ['institutional', '大风天气清理高处浮动物'],
      ],
      post: [
        ['protection', '进入作业区必须戴安全帽'],
        ['institutional', '不得在吊物、垛位倾斜方向停留'],
        ['emergency', '受伤后先止血固定，再转运'],
      ],
    },
    faults: [
      ['{point}堆垛倾斜超过5度', '立即倒垛，设警戒'],
      ['钢平台踢脚板缺失约2米', '补装踢脚板'],
      ['平台上存放工具、螺栓等散件', '立即清理，配备工具箱', 'now'],
      ['{unit}货架限载标识缺失，立柱有撞痕', '检测修复并增设防撞护角、限载牌'],
      ['进入现场人员未戴安全帽', '现场纠正，加强入口管控', 'now'],
    ],
  },
})
