import { CLUSTERS } from './content/clusters.ts'
import { NAME_HEADS, NAME_PREFIXES, NAME_TAILS } from './content/names.ts'
import type { Line } from './content/trade.ts'
import { distanceBetween } from './place/metres.ts'
import type { Settled } from './place/settle.ts'
import type { Random } from './random.ts'

/** Returns a function that names one enterprise after another, none twice. */
export function createNamer(random: Random) {
  const taken = new Set<string>()
  function unique(propose: (attempt: number) => string): string {
    for (let attempt = 0; ; attempt++) {
      const name = propose(attempt)
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
  return (line: Line, { whereabouts: { town, area } }: Settled): string => {
    if (!line.place) {
      return unique((attempt) => {
        const words = random.pick(line.words)
        const tail =
          attempt < 20
            ? random.pick(NAME_TAILS)
            : `${random.pick(NAME_TAILS)}${random.pick(NAME_HEADS)}`
        return `${random.pick(NAME_PREFIXES)}${random.pick(NAME_HEADS)}${tail}${words}${line.suffix ?? '有限公司'}`
      })
    }
    const short = placeName(area.name)
    return unique((attempt) => {
      const words = random.pick(line.words)
      if (attempt < 3) return words.includes('{town}') ? words.replace('{town}', town.name) : words
      const where = `${town.name}${short}${words.replace('{town}', '')}`
      return attempt < 6 ? where : `${where}（${attempt - 4}号）`
    })
  }
}

/** An address in the district with an invented road and number. */
export function addressOf(
  { centre, whereabouts: { town, area }, cluster }: Settled,
  random: Random,
): string {
  const place = CLUSTERS[cluster]
  const road = `${random.pick<string>(place.roads)}${random.int(1, 168)}号`
  const village = placeName(area.name)
  const inPark = 'park' in place && distanceBetween([...place.centre], centre) < place.spread * 2
  const within = inPark ? place.park : village
  return `山东省枣庄市台儿庄区${town.name}${within === town.name ? '' : within}${road}`
}

/** 邳庄村委会 → 邳庄村, 繁荣街社区居委会 → 繁荣街社区: the place without its committee. */
function placeName(area: string): string {
  return area.replace(/(居委会|委会)$/, '')
}
