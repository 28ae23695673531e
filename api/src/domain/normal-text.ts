/**
 * Radicals that text copied out of a PDF carries in place of ideographs, and the ideographs, from
 * EquivalentUnifiedIdeograph.txt of Unicode 15. NFKC knows all of U+2F00…2FD5, but of this block only two.
 */
const CJK_RADICALS =
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻' +
  '⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'
const IDEOGRAPHS_OF_RADICALS =
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿' +
  '肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'

const IDEOGRAPH_OF = new Map(
  [...CJK_RADICALS].map((radical, index) => [
    radical,
    [...IDEOGRAPHS_OF_RADICALS][index] ?? radical,
  ]),
)

/** Writes an ideograph for every radical that stands in its place: `⽅` and `⻔` become `方` and `门`. */
export function ideographsForRadicals(text: string): string {
  return text.replace(
    /[\u2e80-\u2fd5]/g,
    (radical) => IDEOGRAPH_OF.get(radical) ?? radical.normalize('NFKC'),
  )
}

/**
 * Text as it is stored: composed (NFC), ideographs in place of radicals and of compatibility ideographs. What somebody
 * can see stays as it was written, full-width punctuation too; for comparing there is `foldForSearch`.
 */
export function normalText(text: string): string {
  return ideographsForRadicals(text).normalize('NFC')
}
