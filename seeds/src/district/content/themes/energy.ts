import { themes } from '../theme.ts'

/** 电气、静电、储能: electric energy. */
export const ENERGY_THEMES = themes({
  electric: {
    factor: 'object',
    accident: 5,
    causes: ['绝缘老化、接地不良', '漏电保护器失灵', '潮湿积水、接头裸露', '无证接线、带电作业'],
    measures: {
      company: [
        ['institutional', '每年委托开展电气安全检测，问题闭环'],
        ['institutional', '电工统一管理，持证率100%'],
      ],
      workshop: [
        ['engineering', '末端配置漏电保护器，动作电流不大于30mA，每月试跳'],
        ['engineering', '设备外壳、桥架可靠接地，接地电阻不大于4Ω'],
        ['institutional', '停送电执行工作票、操作票'],
      ],
      team: [
        ['institutional', '班前检查线路、插头、接地，发现破损停用'],
        ['institutional', '潮湿场所使用安全电压照明'],
        ['training', '每季度开展触电急救（心肺复苏）训练'],
      ],
      post: [
        ['training', '{post}持低压电工证作业，禁止无证接线'],
        ['protection', '操作时穿绝缘鞋、戴绝缘手套'],
        ['emergency', '发现触电先断电，再施救，禁止徒手拉拽'],
      ],
    },
    faults: [
      ['{point}配电箱门未关闭，箱内积尘', '清扫积尘并关闭上锁', 'now'],
      ['{point}漏电保护器试验按钮不动作', '更换漏电保护器', 'now'],
      ['电缆穿越通道未穿管保护', '加装保护管或过线槽'],
      ['{point}PE线断开', '恢复接地并测量电阻'],
      ['{unit}使用花线、移动插座串接供电', '拆除，按规范敷设固定线路', 'now'],
      ['配电箱未张贴回路标识和责任人', '补贴回路图、责任牌', 'now'],
    ],
  },
  switchgear: {
    factor: 'object',
    accident: 8,
    category: 'fire',
    causes: ['接头松动过热', '绝缘老化、小动物进入', '过负荷、保护失灵'],
    measures: {
      company: [
        ['institutional', '变配电设备每年预防性试验，保护定值经审批'],
        ['emergency', '编制全厂停电应急预案，每年演练'],
      ],
      workshop: [
        ['engineering', '电缆沟、孔洞防火封堵，设挡鼠板、温湿度控制'],
        ['monitoring', '母排、电缆接头测温在线监测'],
        ['institutional', '安全工器具每半年试验'],
      ],
      team: [
        ['institutional', '倒闸操作一人操作一人监护'],
        ['institutional', '每班巡检负荷、温度、声音、气味'],
        ['institutional', '配电室钥匙专人管理，外来人员登记'],
      ],
      post: [
        ['training', '{post}持高压电工证，熟知事故处理'],
        ['protection', '操作戴绝缘手套、穿绝缘靴、面罩'],
        ['emergency', '电气火灾先断电，用二氧化碳或干粉扑救'],
      ],
    },
    faults: [
      ['{point}绝缘手套超过试验周期', '送检，更换合格品', 'now'],
      ['电缆沟有积水、封堵不严', '抽水并防火封堵'],
      ['{point}挡鼠板缺失', '加装500毫米高挡鼠板', 'now'],
      ['{point}堆放备件、纸箱等杂物', '立即清理', 'now'],
      ['应急照明切换不动作', '更换蓄电池并试验'],
      ['高压柜前绝缘垫老化开裂', '更换绝缘垫'],
      ['变压器油位偏低、呼吸器硅胶变色', '补油并更换硅胶'],
    ],
  },
  static: {
    factor: 'object',
    accident: 18,
    category: 'fire',
    causes: ['跨接断开、流速过快', '未穿防静电服', '接地报警未联锁'],
    measures: {
      company: [
        ['institutional', '防雷防静电设施每半年检测并归档'],
        ['institutional', '静电敏感场所列为公司级管控'],
      ],
      workshop: [
        ['engineering', '管道跨接、设备接地，接地电阻不大于10Ω（防静电）'],
        ['engineering', '设人体静电释放柱，控制流速不超过1m/s（初始）'],
        ['monitoring', '装卸设静电接地报警器，与泵联锁'],
      ],
      team: [
        ['institutional', '作业前测试接地报警器有效'],
        ['institutional', '禁止使用塑料容器盛装易燃液体'],
        ['training', '班组学习静电引燃事故案例'],
      ],
      post: [
        ['protection', '穿防静电服、防静电鞋'],
        ['institutional', '作业前释放人体静电，取样使用防静电绳'],
        ['emergency', '发现放电声或异味立即停止输送'],
      ],
    },
    faults: [
      ['{point}静电跨接铜带断裂', '更换跨接线', 'now'],
      ['静电接地报警器未与泵联锁', '完善联锁并试验'],
      ['人体静电释放柱接地锈蚀', '除锈、重新接地并测试', 'now'],
      ['防雷检测报告过期', '委托检测取得报告'],
    ],
  },
  battery: {
    factor: 'object',
    accident: 8,
    category: 'fire',
    causes: ['过充过放、电池老化', '线缆破损、通风不良', '违规充电、无人值守'],
    measures: {
      company: [
        ['institutional', '统一设置集中充电区，禁止室内“飞线”充电'],
        ['video', '充电区视频和热成像监控'],
      ],
      workshop: [
        ['engineering', '充电间独立设置，通风、防爆、喷淋'],
        ['automation', '充电桩设过充、过温自动断电'],
        ['institutional', '电池定期检测容量和外观'],
      ],
      team: [
        ['institutional', '充电有人值守，夜间每两小时巡查'],
        ['institutional', '充电区5米内无可燃物'],
        ['training', '掌握锂电池火灾特点和扑救方法'],
      ],
      post: [
        ['institutional', '插拔充电枪前断电，禁止酒精擦拭带电部位'],
        ['protection', '补加电解液戴护目镜、耐酸手套'],
        ['emergency', '冒烟立即断电撤离，用大量水降温'],
      ],
    },
    faults: [
      ['{point}充电线缆绝缘破损', '更换充电线缆', 'now'],
      ['充电区堆放包装物', '立即清理并划线', 'now'],
      ['充电间排风扇不运转', '维修排风扇，与充电联锁'],
      ['电动自行车在车间门口充电', '移至集中充电棚', 'now'],
    ],
  },
})
