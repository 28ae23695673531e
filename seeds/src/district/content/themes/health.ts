import { themes } from '../theme.ts'

/** 职业病危害: what harms slowly. */
export const HEALTH_THEMES = themes({
  noise: {
    factor: 'environment',
    accident: 20,
    occupational: 'noise',
    causes: ['隔声减振不到位、未戴耳塞', '设备运行声级超过85dB(A)', '长期接触致听力损伤'],
    measures: {
      company: [
        ['institutional', '每年委托职业病危害因素检测，结果公示'],
        ['institutional', '组织上岗前、在岗、离岗职业健康检查'],
      ],
      workshop: [
        ['engineering', '高噪声设备设隔声罩、减振基础'],
        ['institutional', '85dB(A)以上岗位设警示标识和告知卡'],
        ['institutional', '轮岗缩短接触时间'],
      ],
      team: [
        ['institutional', '班前检查耳塞佩戴'],
        ['training', '护听器正确佩戴培训'],
        ['institutional', '隔声门窗保持关闭'],
      ],
      post: [
        ['protection', '佩戴SNR不低于21dB的耳塞或耳罩'],
        ['institutional', '无操作时在隔声操作室内'],
        ['institutional', '耳鸣不适及时报告'],
      ],
    },
    faults: [
      ['{point}操作人员未佩戴耳塞', '现场纠正，补充发放', 'now'],
      ['噪声岗位未设职业病危害告知卡', '制作张贴告知卡', 'now'],
      ['隔声罩门破损', '维修更换密封条'],
      ['职业健康检查漏检2人', '补检并完善监护档案'],
    ],
  },
  dust: {
    factor: 'environment',
    accident: 20,
    occupational: 'dust',
    causes: ['除尘装置故障、未湿式作业', '未戴防尘口罩', '密闭不严、长期接触致尘肺'],
    measures: {
      company: [
        ['institutional', '粉尘浓度每年检测、三年一次现状评价'],
        ['institutional', '接尘人员建立职业健康监护档案'],
      ],
      workshop: [
        ['engineering', '产尘点密闭、负压除尘'],
        ['engineering', '地面湿式清扫、喷雾抑尘'],
        ['monitoring', '除尘设施压差监测'],
      ],
      team: [
        ['institutional', '班中检查除尘设施与主机同步运行'],
        ['institutional', '每班清扫两次'],
        ['training', '防尘口罩佩戴培训'],
      ],
      post: [
        ['protection', '佩戴KN95及以上防尘口罩'],
        ['institutional', '严禁压缩空气吹扫身体'],
        ['institutional', '下班淋浴更衣'],
      ],
    },
    faults: [
      ['{point}收尘管道破损漏灰', '焊补管道'],
      ['接尘人员佩戴普通纱布口罩', '更换KN95口罩并培训', 'now'],
      ['{point}扬尘点喷雾喷头堵塞', '疏通喷头', 'now'],
      ['除尘布袋破损，排口可见烟尘', '更换布袋'],
      ['防尘口罩发放记录不全', '补全发放台账', 'now'],
    ],
  },
  heat: {
    factor: 'environment',
    accident: 20,
    occupational: 'heat',
    causes: ['通风降温不足', '夏季高温、热辐射强', '未轮换休息，中暑'],
    measures: {
      company: [
        ['institutional', '夏季落实防暑降温方案，足额发放津贴'],
        ['emergency', '编制中暑处置方案'],
      ],
      workshop: [
        ['engineering', '岗位送风、隔热屏、休息室空调'],
        ['institutional', '高温时段调整作息，超40℃停止室外作业'],
        ['monitoring', 'WBGT指数监测'],
      ],
      team: [
        ['institutional', '班前询问身体状况'],
        ['institutional', '现场备淡盐水、藿香正气水'],
        ['institutional', '两人以上结伴作业'],
      ],
      post: [
        ['protection', '穿透气隔热工作服'],
        ['institutional', '每小时休息10分钟'],
        ['emergency', '中暑先移至阴凉处降温补水'],
      ],
    },
    faults: [
      ['{unit}岗位送风机损坏', '维修送风机'],
      ['防暑药品过期', '更换药品', 'now'],
      ['高温岗位警示标识缺失', '补设标识', 'now'],
      ['隔热屏脱落', '重新固定'],
    ],
  },
  'chemical-exposure': {
    factor: 'environment',
    accident: 19,
    category: 'poisoning',
    occupational: 'chemical',
    causes: ['局部排风不足、未戴面具', '容器敞口、挥发', '长期低浓度接触'],
    measures: {
      company: [
        ['institutional', '有毒物质岗位定期检测与职业健康检查'],
        ['institutional', '优先采用低毒替代材料'],
      ],
      workshop: [
        ['engineering', '局部排风罩口风速不小于0.5m/s'],
        ['institutional', '设报警装置、洗眼器和警示标识'],
        ['institutional', '化学品一书一签齐全'],
      ],
      team: [
        ['institutional', '先开风机后作业'],
        ['institutional', '容器加盖、废桶日清'],
        ['training', 'MSDS学习'],
      ],
      post: [
        ['protection', '佩戴对应滤毒盒的防毒面具、手套'],
        ['institutional', '禁止岗位饮食'],
        ['emergency', '头晕恶心立即离开至通风处'],
      ],
    },
    faults: [
      ['{point}局部排风罩风速不足', '清理风管、更换皮带'],
      ['滤毒盒未按期更换', '更换并登记', 'now'],
      ['化学品容器无标签', '补贴标签', 'now'],
      ['化学品使用点超量存放', '退库，按当班用量领用', 'now'],
    ],
  },
  radiation: {
    factor: 'object',
    accident: 20,
    occupational: 'radiation',
    causes: ['屏蔽破损、源闸未关', '未佩戴剂量计', '误入控制区'],
    measures: {
      company: [
        ['institutional', '取得辐射安全许可证，专人管理放射源'],
        ['emergency', '编制辐射事故应急预案'],
      ],
      workshop: [
        ['engineering', '源容器屏蔽、上锁，设电离辐射警示标志'],
        ['video', '放射源24小时视频监控'],
        ['monitoring', '每年委托辐射水平监测'],
      ],
      team: [
        ['institutional', '每班核对放射源在位并记录'],
        ['institutional', '检修前关闭源闸并确认'],
        ['training', '辐射安全与防护培训'],
      ],
      post: [
        ['protection', '佩戴个人剂量计，每季度检测'],
        ['institutional', '不在源附近停留'],
        ['emergency', '源丢失或容器破损立即隔离上报'],
      ],
    },
    faults: [
      ['{point}电离辐射警示标志褪色', '更换标志', 'now'],
      ['个人剂量计未按季度送检', '送检并归档'],
      ['放射源台账与实物编号不一致', '核对更正，报备'],
    ],
  },
})
