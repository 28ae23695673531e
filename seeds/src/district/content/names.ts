/** Common surnames, the commoner the earlier. */
export const SURNAMES = [...'王李张刘孙赵陈杨徐马朱高周黄郭宋胡于吴韩田郑侯冯孟邵任褚沈贺尹贾丁谢石董范邱殷梁闫彭魏姜龙鹿程袁种'] as const

export const GIVEN_NAMES = [
  '建国', '志强', '传峰', '兆海', '学军', '庆华', '成刚', '维东', '凡生', '士林', '敬民', '宗保', '玉明', '家旺', '永胜', '世杰',
  '立新', '存良', '文斌', '广勇', '洪涛', '德运', '振业', '延河', '向东', '怀亮', '同安', '景山', '茂春', '道远', '信义', '冠军',
  '丽', '娟', '敏', '静', '艳萍', '红霞', '秀芳', '桂英', '玉兰', '慧', '雪梅', '晓燕', '凤云', '春玲', '海燕', '爱华',
  '磊', '鹏', '涛', '伟', '超', '凯', '强', '斌', '辉', '浩', '飞', '宁', '帅', '亮', '峰', '岩', '旭', '坤', '政', '昊',
] as const

/** First and second characters of trade names; the pairs are rare on purpose, so that no real company is meant. */
export const NAME_HEADS = [...'峄榴泇祊菱苇荻芦棠榆槐桐桑柘汶沭洳沧涑漪湄浔淙渌濮澧岫岚峤嵩崮皋埠垌埝黍稷菽麓榫檀樵杼杏椿'] as const
export const NAME_TAILS = [...'泽川辉禾岳坤衡澄昀煦舜垚骞柏棣祺铭钧钰锦铄镕晟晖昱旻翊翎翰逵邺郢阜陌隽霁霖韬颐骅骥鸿鹄麒'] as const
export const NAME_PREFIXES = ['枣庄', '枣庄市', '台儿庄区', '枣庄台儿庄'] as const
