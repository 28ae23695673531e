import { point, type Trade } from '../trade.ts'

const MARKET = ['市场管理部', '巡查班', '市场管理员'] as const
const TOWN = ['景区运营部', '安保班', '景区安全员'] as const
const BOAT = ['游船部', '游船班', '游船驾驶员'] as const
const SQUARE = ['广场管理处', '巡查班', '广场巡查员'] as const
const GAS = ['燃气运行所', '调压班', '燃气巡检工'] as const
const WASTE = ['转运站', '压缩班', '转运站操作工'] as const
const PUMP = ['排水管理所', '泵站班', '泵站值班员'] as const
const BUS = ['客运站', '安检班', '站务员'] as const
const KEEPER = ['综合管理处', '值守班', '值班员'] as const
const FILL = ['填埋场', '作业班', '填埋场管理员'] as const

export const PUBLIC_AREAS: Trade = {
  key: 'public-areas',
  kind: 'public-area',
  office: 'ZH',
  share: 18,
  alone: true,
  publicDomain: true,
  size: [4.5, 8.5],
  employees: [4, 60],
  clusters: [['downtown', 4], ['ni-gou', 2], ['pi-zhuang', 2], ['ma-lan', 2], ['jian-tou', 2], ['zhang-shan', 2]],
  lines: [
    { key: 'market', code: 'L7223', industry: '市场管理服务', activity: '农副产品交易', words: ['{town}中心农贸市场', '{town}便民市场', '{town}集贸市场'], weight: 5, place: true },
    { key: 'town', code: 'N7861', industry: '名胜风景区管理', activity: '古城游览、夜游与演艺', words: ['古城景区西门片区', '古城景区夜游片区', '古城景区参将署片区'], weight: 2, place: true, clusters: [['old-town', 1]] },
    { key: 'square', code: 'N7850', industry: '城市公园管理', activity: '市民休闲与节庆活动', words: ['运河码头广场', '{town}文化广场', '双龙湖市民广场'], weight: 2.5, place: true, clusters: [['canal-town', 1]] },
    { key: 'gas', code: 'D4511', industry: '天然气生产和供应业', activity: '城镇燃气调压与输配', words: ['{town}燃气调压站', '{town}第二燃气调压站', '{town}燃气门站'], weight: 4, place: true },
    { key: 'waste', code: 'N7820', industry: '环境卫生管理', activity: '生活垃圾收集转运', words: ['{town}垃圾转运站', '{town}环卫垃圾转运点', '{town}建筑垃圾临时堆场'], weight: 3, place: true },
    { key: 'pump', code: 'D4620', industry: '污水处理及其再生利用', activity: '城镇排水提升', words: ['{town}排水泵站', '{town}污水提升泵站', '{town}雨水泵站'], weight: 2, place: true },
    { key: 'bus', code: 'G5441', industry: '客运汽车站', activity: '城乡客运', words: ['{town}客运站', '{town}公交首末站', '{town}换乘中心'], weight: 1.6, place: true },
  ],
  points: [
    point('蔬菜交易大棚', ['area', 'environment'], MARKET, ['东区', '西区'], [['电线私拉乱接、棚顶可燃材料火灾蔓延', 'public-fire', 40], ['人员拥挤、通道堵塞', 'crowd', 15]], { many: 2, lines: ['market'], faults: [['大棚通道被摊位外摆占用，宽不足2米', '清理外摆，划定经营线', 'now'], ['大棚夹芯板芯材为易燃材料', '更换为A级不燃材料']] }),
    point('熟食、餐饮摊位', ['place', 'operation'], KEEPER, ['南门摊点', '小吃街'], [['液化气瓶泄漏爆燃', 'flammable-gas', 40], ['油锅起火', 'public-fire', 7]], { many: 3, lines: ['market', 'town'], faults: [['摊位使用“黑气瓶”', '查扣并引导更换合规气瓶', 'now'], ['液化气软管超过2米且老化', '更换金属波纹管', 'now'], ['餐饮摊位液化气瓶置于室内且无报警器', '移出并改用管道气或电能，安装报警器']] }),
    point('活禽水产区', ['place', 'environment'], MARKET, ['水产区', '活禽区'], [['潮湿触电', 'electric', 15], ['地面湿滑', 'slip', 3]], { lines: ['market'] }),
    point('公共配电间', ['place', 'auxiliary'], KEEPER, ['管理房侧', '北门'], [['过负荷短路起火', 'switchgear', 15]], { many: 2, lines: ['market', 'square', 'bus'] }),
    point('市场冷库', ['place', 'auxiliary'], MARKET, ['后院', '水产区北'], [['保温材料火灾', 'fire-load', 15], ['制冷剂泄漏窒息', 'confined-space', 15]], { lines: ['market'] }),
    point('电动车停放充电点', ['area', 'auxiliary'], KEEPER, ['西门', '停车棚'], [['违规充电起火', 'battery', 15]], { many: 2, lines: ['market', 'bus', 'square'] }),
    point('市场消防通道', ['area', 'environment'], MARKET, ['环形通道', '北侧通道'], [['占用堵塞延误救援', 'public-fire', 15]], { many: 2, lines: ['market'] }),
    point('沿街木构古建筑', ['facility', 'environment'], TOWN, ['月河街段', '丁字街段', '箭道街段'], [['电气、明火引燃木结构连片燃烧', 'public-fire', 100], ['瓦件坠落', 'falling-object', 3]], { many: 4, lines: ['town'], faults: [['古建筑木柱上直接敷设电线', '改穿金属管并加阻燃槽'], ['灯笼串未设漏电保护', '加装漏电保护与定时断电'], ['古建门窗旁存放酒精炉', '清除', 'now'], ['木结构建筑内使用明火祭祀', '劝阻，设置集中安全焚香点', 'now']] }),
    point('游船码头', ['area', 'operation'], BOAT, ['东门码头', '水门', '候船廊'], [['上下船落水', 'drowning', 40], ['候船拥挤', 'crowd', 15]], { many: 3, lines: ['town', 'square'], faults: [['摇橹船救生衣数量少于核定载员', '配齐救生衣', 'now'], ['候船栈道木板松动', '更换固定']] }),
    point('游船夜航', ['activity', 'operation'], BOAT, ['内河航线', '水街段'], [['碰撞、超载翻沉', 'drowning', 100]], { many: 2, lines: ['town'] }),
    point('城门与石桥', ['place', 'environment'], TOWN, ['西门', '步云桥', '问渠桥'], [['高峰期人员对冲拥挤踩踏', 'crowd', 100], ['桥面湿滑', 'slip', 3]], { many: 3, lines: ['town'] }),
    point('打铁花、灯光秀演艺区', ['activity', 'operation'], KEEPER, ['演艺广场', '水上舞台'], [['火花引燃周边建筑', 'public-fire', 40], ['临时舞台坍塌', 'collapse', 40], ['观众拥挤', 'crowd', 40]], { many: 2, lines: ['town', 'square'] }),
    point('临水步道', ['area', 'environment'], KEEPER, ['顺河段', '拱桥下'], [['无护栏跌落淹溺', 'drowning', 15]], { many: 3, lines: ['town', 'square'] }),
    point('广场集会活动区', ['area', 'environment'], SQUARE, ['主广场', '音乐喷泉'], [['大型活动踩踏', 'crowd', 40], ['喷泉漏电', 'electric', 15]], { many: 2, lines: ['square'] }),
    point('儿童游乐设施', ['facility', 'equipment'], KEEPER, ['充气城堡区', '蹦床区'], [['大风掀翻充气设施', 'height', 15], ['机械挤夹', 'machine', 7]], { many: 3, lines: ['square', 'town'] }),
    point('广场夜市摊点', ['area', 'operation'], SQUARE, ['北侧', '东侧'], [['燃气瓶、临时用电火灾', 'public-fire', 15]], { many: 2, lines: ['square'] }),
    point('景观高杆灯', ['facility', 'equipment'], KEEPER, ['东北角', '停车场'], [['漏电伤人', 'electric', 15], ['锈蚀倒伏', 'falling-object', 15]], { many: 4, lines: ['square', 'bus'] }),
    point('亲水平台', ['area', 'environment'], SQUARE, ['码头台阶', '亲水台'], [['落水淹溺', 'drowning', 40]], { many: 2, lines: ['square'] }),
    point('公共卫生间化粪池', ['facility', 'environment'], KEEPER, ['管理房后', '绿地内'], [['清掏中毒', 'confined-space', 40]], { lines: ['square', 'town', 'market', 'bus'] }),
    point('调压撬', ['facility', 'production'], GAS, ['1路', '2路', '计量撬'], [['超压、密封失效泄漏爆炸', 'flammable-gas', 100], ['噪声', 'noise', 1]], { many: 3, lines: ['gas'], faults: [['调压器关闭压力偏高', '检修调压器，校验切断压力'], ['调压站围墙内有易燃杂草', '清除', 'now'], ['调压箱门锁损坏', '更换防爆锁', 'now']] }),
    point('加臭装置', ['facility', 'production'], GAS, ['加臭间', '加臭泵旁'], [['四氢噻吩泄漏中毒着火', 'chemical-exposure', 7], ['加臭量不足泄漏难发现', 'flammable-gas', 15]], { lines: ['gas'] }),
    point('进出站阀井', ['facility', 'pipeline'], GAS, ['进站阀井', '出站阀井'], [['井内泄漏聚集、窒息', 'confined-space', 40], ['燃气爆炸', 'flammable-gas', 40]], { many: 3, lines: ['gas'] }),
    point('中压燃气管线', ['facility', 'pipeline'], GAS, ['沿路段', '穿越河道段', '占压点'], [['第三方施工破坏泄漏', 'flammable-gas', 100], ['违章建筑占压，泄漏后窜入室内爆炸', 'flammable-gas', 40]], { many: 4, lines: ['gas'], faults: [['燃气管线标志桩缺失', '补设标志桩'], ['管线上方搭建棚屋占压', '下达告知，限期拆除'], ['管线巡线记录缺周末数据', '补巡，落实每日巡线']] }),
    point('放散管及防雷', ['facility', 'equipment'], GAS, ['站区东侧', '撬顶'], [['雷击、放散着火', 'flammable-gas', 15]], { lines: ['gas'] }),
    point('站控及远传系统', ['facility', 'management'], KEEPER, ['值班室', 'RTU箱'], [['远传中断、报警不及时', 'management', 7]], { lines: ['gas', 'pump'] }),
    point('垃圾压缩设备', ['facility', 'production'], WASTE, ['1号压缩位', '2号压缩位'], [['推头、箱门挤压', 'machine', 15], ['恶臭气体', 'chemical-exposure', 3]], { many: 2, lines: ['waste'] }),
    point('渗沥液收集井', ['facility', 'environment'], WASTE, ['站房后', '压缩位下'], [['硫化氢中毒', 'confined-space', 100]], { lines: ['waste'] }),
    point('垃圾堆体', ['area', 'landfill'], FILL, ['一号堆体', '二号堆体', '坡脚'], [['堆体滑塌掩埋', 'collapse', 100], ['沼气自燃', 'flammable-gas', 40]], { many: 3, lines: ['waste'], faults: [['堆体坡面覆盖膜破损', '修复覆膜'], ['堆体导气石笼堵塞', '疏通导气井'], ['堆高超过警戒线', '停止入场，削坡压实']] }),
    point('环卫车辆作业', ['activity', 'operation'], WASTE, ['卸料位', '进站坡道'], [['倒车碾压', 'road-vehicle', 15]], { many: 2, lines: ['waste'] }),
    point('站内配电箱', ['facility', 'equipment'], KEEPER, ['站房内', '设备间'], [['潮湿漏电触电', 'electric', 7]], { many: 2, lines: ['waste', 'pump'] }),
    point('冲洗作业', ['activity', 'operation'], WASTE, ['卸料平台', '车辆冲洗位'], [['高压水枪反冲、射流击伤作业人员', 'slip', 3], ['湿滑跌倒', 'slip', 3]], { lines: ['waste'] }),
    point('集水池', ['facility', 'production'], PUMP, ['格栅间', '集水池口'], [['清淤硫化氢中毒', 'confined-space', 100], ['坠落淹溺', 'drowning', 15]], { many: 2, lines: ['pump'], faults: [['集水池口防坠网破损', '更换防坠网'], ['泵站固定式硫化氢报警器失效', '更换并标定']] }),
    point('潜水泵检修', ['activity', 'operation'], PUMP, ['1号泵', '2号泵'], [['吊装脱落', 'lifting', 7], ['触电', 'electric', 15]], { many: 3, lines: ['pump'] }),
    point('格栅清污机', ['facility', 'equipment'], PUMP, ['进水渠', '格栅平台'], [['齿耙绞伤', 'machine', 7], ['渠口坠落', 'height', 7]], { many: 2, lines: ['pump'] }),
    point('雨水检查井', ['facility', 'pipeline'], PUMP, ['路口', '慢车道', '学校门前'], [['井盖缺失坠落', 'height', 15], ['井内窒息', 'confined-space', 40]], { many: 4, lines: ['pump'] }),
    point('候车厅', ['place', 'environment'], BUS, ['进站口', '检票口'], [['节假日客流拥挤', 'crowd', 15], ['电气火灾', 'public-fire', 15]], { many: 2, lines: ['bus'] }),
    point('发车区', ['area', 'operation'], BUS, ['发车位', '落客区'], [['倒车碾压旅客', 'road-vehicle', 15]], { many: 2, lines: ['bus'] }),
    point('公交充电场站', ['place', 'auxiliary'], BUS, ['1号桩', '充电棚', '6号桩'], [['动力电池热失控火灾', 'battery', 40], ['漏电触电', 'electric', 15]], { many: 4, lines: ['bus'] }),
    point('三品查堵安检', ['activity', 'management'], BUS, ['安检口'], [['易燃易爆品带入站', 'management', 15], ['X光机射线', 'radiation', 1]], { lines: ['bus'] }),
    point('例检地沟', ['facility', 'operation'], BUS, ['检修棚', '1号地沟'], [['跌落地沟', 'height', 7], ['油气积聚', 'flammable-liquid', 7]], { lines: ['bus'] }),
  ],
}
