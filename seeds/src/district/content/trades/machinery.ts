import { point, type Trade } from '../trade.ts'

const CUT = ['机加工车间', '车工班', '车工'] as const
const MILLING = ['机加工车间', '铣镗班', '铣工'] as const
const PRESS = ['冲压车间', '冲压班', '冲压工'] as const
const MELT = ['铸造车间', '熔炼班', '熔炼工'] as const
const MOULD = ['铸造车间', '造型班', '造型工'] as const
const WELD = ['焊接车间', '焊接班', '焊工'] as const
const PAINT = ['涂装车间', '喷漆班', '喷漆工'] as const
const HEAT = ['热处理车间', '热处理班', '热处理工'] as const
const ASSEMBLE = ['装配车间', '装配班', '装配钳工'] as const
const PLATE = ['表面处理车间', '电镀班', '电镀工'] as const

export const MACHINERY: Trade = {
  key: 'machinery',
  kind: 'general',
  office: 'KJ',
  share: 22,
  size: [10, 42],
  employees: [20, 480],
  clusters: [['park', 7], ['pi-zhuang', 2], ['ma-lan', 2], ['ni-gou', 2], ['jian-tou', 1]],
  lines: [
    { key: 'machine-tool', code: 'C3421', industry: '金属切削机床制造', activity: '数控机床及零部件制造', words: ['数控机床', '机床', '精密机械'], weight: 5 },
    { key: 'foundry', code: 'C3391', industry: '黑色金属铸造', activity: '铸铁件、机床床身铸造', words: ['铸造', '铸业'], weight: 4 },
    { key: 'structure', code: 'C3311', industry: '金属结构制造', activity: '钢结构、非标设备制作', words: ['钢结构', '重工'], weight: 4 },
    { key: 'parts', code: 'C3670', industry: '汽车零部件及配件制造', activity: '汽车冲压件、车桥零部件加工', words: ['汽车配件', '机械制造'], weight: 5 },
    { key: 'electric', code: 'C3812', industry: '电动机制造', activity: '微特电机、电器元件制造', words: ['电机', '电气'], weight: 3 },
  ],
  points: [
    point('数控车床', ['facility', 'production'], CUT, ['1跨', '2跨', '3跨'], [['卡盘工件飞出打击', 'falling-object', 7], ['铁屑缠绕绞伤', 'machine', 7]], { many: 6, lines: ['machine-tool', 'parts', 'electric'], faults: [['数控车床防护门观察窗破裂', '更换防弹玻璃观察窗'], ['数控车床排屑机护罩未盖', '盖好并固定', 'now']] }),
    point('普通车床', ['facility', 'production'], CUT, ['4跨', '维修组'], [['卡盘扳手未取下飞出', 'falling-object', 7], ['戴手套操作绞伤', 'machine', 15]], { many: 4, lines: ['machine-tool', 'parts', 'structure'] }),
    point('龙门铣床', ['facility', 'production'], MILLING, ['大件跨', '北端'], [['工作台挤压', 'machine', 7], ['吊装工件坠落', 'lifting', 15]], { many: 3, lines: ['machine-tool'] }),
    point('摇臂钻床', ['facility', 'production'], MILLING, ['钻孔区', '立柱旁'], [['戴手套操作卷入', 'machine', 7], ['工件未夹紧旋转', 'machine', 7]], { many: 4, lines: ['machine-tool', 'structure', 'parts'] }),
    point('磨床', ['facility', 'production'], MILLING, ['精加工间', '磨削区'], [['砂轮破裂飞出', 'falling-object', 15], ['磨削粉尘', 'dust', 3]], { many: 3, lines: ['machine-tool', 'parts', 'electric'] }),
    point('冲床', ['facility', 'production'], PRESS, ['A线', 'B线', 'C线'], [['手入模区冲断手指', 'machine', 15], ['模具飞溅', 'falling-object', 7]], { many: 8, lines: ['parts', 'electric'], faults: [['冲床光电保护装置停用', '恢复光电保护，追究擅自停用责任', 'now'], ['冲床双手按钮被短接为单手操作', '恢复双手操作并铅封', 'now'], ['冲床离合器制动角超标', '检修离合器']] }),
    point('液压机', ['facility', 'production'], PRESS, ['拉伸区', '315吨机'], [['换模时滑块下落挤压', 'machine', 15], ['高压软管爆裂伤人', 'machine', 3]], { many: 3, lines: ['parts', 'structure'] }),
    point('剪板机', ['facility', 'production'], ['下料车间', '下料班', '剪板工'], ['下料区', '板材库旁'], [['压料脚、刀口伤手', 'machine', 15]], { many: 2, lines: ['structure', 'parts', 'electric'] }),
    point('数控等离子（激光）切割', ['facility', 'production'], ['下料车间', '下料班', '切割工'], ['切割平台', '2号激光机'], [['除尘管道火花引燃', 'fire-load', 7], ['烟尘、弧光', 'dust', 3], ['气瓶泄漏', 'gas-cylinder', 15]], { many: 3, lines: ['structure', 'parts'] }),
    point('中频感应电炉', ['facility', 'production'], MELT, ['1号炉', '2号炉', '炉台'], [['炉衬侵蚀漏炉，铁水遇水爆炸', 'molten-metal', 100], ['加料飞溅灼烫', 'molten-metal', 15], ['中频柜触电', 'electric', 15]], { many: 3, lines: ['foundry'], faults: [['中频炉漏炉报警电流表指示为零', '检查炉底电极，恢复报警'], ['电炉冷却水管接头渗水', '更换接头，清理炉台积水', 'now'], ['炉台下方积水、堆放杂物', '立即清理保持干燥', 'now']] }),
    point('铁水浇包吊运', ['activity', 'production'], MELT, ['熔炼跨', '浇注线'], [['吊钩、耳轴失效铁水倾覆', 'molten-metal', 100], ['人员在吊运路线下', 'lifting', 40]], { many: 3, lines: ['foundry'] }),
    point('造型线', ['facility', 'production'], MOULD, ['静压线', '树脂砂线'], [['合箱机挤压', 'machine', 7], ['矽尘', 'dust', 3], ['固化剂灼伤', 'corrosive', 3]], { many: 4, lines: ['foundry'] }),
    point('砂处理系统', ['facility', 'production'], MOULD, ['混砂机', '旧砂皮带', '砂库'], [['清理混砂机绞伤', 'maintenance', 15], ['皮带卷入', 'conveyor', 15], ['矽尘超标', 'dust', 7]], { many: 4, lines: ['foundry'] }),
    point('抛丸清理机', ['facility', 'production'], ['清理车间', '抛丸班', '抛丸工'], ['1#位', '室外除尘器旁'], [['弹丸飞出伤人', 'falling-object', 3], ['检修门联锁失效', 'machine', 15], ['铝镁、铁粉尘', 'dust-explosion', 15]], { many: 4, lines: ['foundry', 'structure'] }),
    point('铸件打磨', ['activity', 'production'], ['清理车间', '打磨班', '打磨工'], ['打磨间', '角磨工位'], [['砂轮片破裂', 'falling-object', 7], ['粉尘吸入', 'dust', 3], ['手臂振动、噪声', 'noise', 3]], { many: 4, lines: ['foundry'] }),
    point('打磨除尘系统', ['facility', 'environment'], ['清理车间', '打磨班', '打磨工'], ['室外除尘器', '风管'], [['金属粉尘爆炸', 'dust-explosion', 40]], { many: 2, lines: ['foundry', 'parts', 'electric'] }),
    point('CO₂气体保护焊', ['activity', 'production'], WELD, ['1工位', '5工位', '机器人焊接站'], [['弧光、烟尘', 'dust', 3], ['触电', 'electric', 7], ['焊渣引燃', 'hot-work', 7]], { many: 6, lines: ['structure', 'parts', 'machine-tool'] }),
    point('埋弧焊、组立机', ['facility', 'production'], WELD, ['H型钢线', '组立区'], [['翻转时构件倾倒', 'falling-object', 15]], { many: 2, lines: ['structure'] }),
    point('桥式起重机', ['facility', 'equipment'], ASSEMBLE, ['1跨10吨', '2跨20吨', '3跨32吨'], [['钢丝绳断裂、吊物坠落', 'lifting', 40], ['检修人员高处坠落', 'height', 15]], { many: 5 }),
    point('龙门起重机', ['facility', 'equipment'], ['成品堆场', '吊装班', '起重工'], ['西侧', '发货区'], [['大风未锚定溜车倾覆', 'lifting', 40], ['轨道行走碾压', 'machine', 7]], { many: 2, lines: ['structure', 'machine-tool'], faults: [['龙门吊夹轨器失效', '维修夹轨器，大风时铁鞋固定'], ['龙门吊行走声光报警损坏', '更换报警器', 'now']] }),
    point('喷漆房', ['place', 'production'], PAINT, ['1号喷房', '2号喷房', '流平间'], [['漆雾溶剂遇静电、火花爆燃', 'flammable-liquid', 40], ['苯系物吸入', 'chemical-exposure', 7]], { many: 3, lines: ['structure', 'machine-tool', 'parts'], faults: [['喷漆房可燃气体报警器未与排风联锁', '完善联锁'], ['喷漆房内使用铁质工具开桶', '更换铜制防爆工具', 'now'], ['喷漆过滤棉积漆未更换', '更换过滤棉', 'now']] }),
    point('调漆间', ['place', 'production'], PAINT, ['西侧', '油漆暂存间'], [['油漆稀料泄漏遇火', 'flammable-liquid', 40]], { lines: ['structure', 'machine-tool', 'parts'] }),
    point('喷粉及固化炉', ['facility', 'production'], PAINT, ['喷粉线', '固化炉口'], [['粉末涂料爆炸', 'dust-explosion', 40], ['天然气泄漏爆燃', 'flammable-gas', 40]], { many: 2, lines: ['parts', 'electric'] }),
    point('箱式热处理炉', ['facility', 'production'], HEAT, ['渗碳炉', '回火炉', '淬火油槽'], [['淬火油超温着火', 'fire-load', 15], ['甲醇、丙烷可控气氛爆炸', 'flammable-gas', 40], ['高温烫伤', 'scald', 3]], { many: 4, lines: ['parts', 'machine-tool'] }),
    point('高频淬火机床', ['facility', 'production'], HEAT, ['高频间', '淬火机床'], [['高频触电', 'electric', 7], ['淬火液飞溅烫伤', 'scald', 3]], { many: 2, lines: ['parts', 'machine-tool'] }),
    point('大件装配吊装', ['activity', 'production'], ASSEMBLE, ['总装区', '床身合装位'], [['吊具失效砸伤', 'lifting', 15], ['登高装配坠落', 'height', 7]], { many: 4, lines: ['machine-tool', 'structure'] }),
    point('镀锌槽（酸洗槽）', ['facility', 'production'], PLATE, ['酸洗段', '镀槽段'], [['酸雾吸入、酸液灼伤', 'corrosive', 15], ['整流柜火灾', 'switchgear', 15]], { many: 3, lines: ['electric', 'parts'] }),
    point('电镀废水收集池', ['area', 'environment'], PLATE, ['综合废水池', '含铬池'], [['清池中毒窒息', 'confined-space', 40]], { lines: ['electric', 'parts'] }),
    point('浸漆烘干', ['facility', 'production'], ['嵌线车间', '浸漆班', '浸漆工'], ['真空浸漆罐', '烘箱'], [['绝缘漆溶剂烘箱内爆燃', 'flammable-liquid', 40]], { many: 2, lines: ['electric'] }),
    point('自动绕线机', ['facility', 'production'], ['嵌线车间', '绕线班', '绕线工'], ['绕线区', '嵌线台'], [['飞叉打手', 'machine', 3]], { many: 6, lines: ['electric'] }),
    point('电机耐压试验台', ['facility', 'production'], ['检验车间', '试验班', '试验员'], ['试验站', '围栏内'], [['高压触电', 'electric', 15]], { many: 2, lines: ['electric'] }),
    point('氧气乙炔气瓶间', ['place', 'auxiliary'], WELD, ['气瓶房', '汇流排间'], [['乙炔泄漏爆炸', 'gas-cylinder', 40]], { lines: ['structure', 'foundry', 'machine-tool'] }),
    point('液氧（CO₂）低温储罐', ['facility', 'auxiliary'], WELD, ['室外罐区', '汽化器旁'], [['低温液体泄漏冻伤、氧富集燃烧', 'cryogenic', 15]], { lines: ['structure', 'parts'] }),
  ],
}
