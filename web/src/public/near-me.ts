import { distance } from '@turf/distance'
import { pageOf, places, say, type Place } from './places.ts'

const SHOWN = 8
const LEVEL_WORDS = [
  ['', ''],
  ['重大风险', 'major risk'],
  ['较大风险', 'considerable risk'],
  ['一般风险', 'moderate risk'],
  ['低风险', 'low risk'],
] as const

const NO_POSITION = () =>
  say('没有取得位置。可以改用地名查询。', 'No position was given. Search by place instead.')

/** Places by distance from a position, metres, nearest first. */
export function nearest(
  all: readonly Place[],
  position: readonly [number, number],
  count: number,
): { readonly place: Place; readonly metres: number }[] {
  return all
    .map((place) => ({
      place,
      metres: distance([...position], [place[4], place[5]], { units: 'meters' }),
    }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, count)
}

/** A button that lists what is nearest to the device. The position is used here and goes nowhere. */
export function offerNearMe(): void {
  const section = document.querySelector<HTMLElement>('#near-me')
  const button = section?.querySelector('button')
  const status = section?.querySelector('[role=status]')
  const list = section?.querySelector('ul')
  if (!button || !status || !list) return
  const tell = (text: string): void => {
    status.textContent = text
  }
  button.addEventListener('click', () => {
    if (!('geolocation' in navigator)) return tell(NO_POSITION())
    tell(say('正在定位……', 'Finding your position …'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        void show([coords.longitude, coords.latitude])
      },
      () => tell(NO_POSITION()),
      { timeout: 15_000, maximumAge: 60_000 },
    )
  })

  async function show(position: readonly [number, number]): Promise<void> {
    try {
      const found = nearest(await places(), position, SHOWN)
      list?.replaceChildren(...found.map(({ place, metres }) => card(place, metres)))
      tell(say(`离您最近的 ${found.length} 处，由近及远`, `The ${found.length} nearest to you`))
    } catch {
      tell(
        say(
          '名册没有取到，请检查网络后再试。',
          'The roster could not be fetched; check the connection and try again.',
        ),
      )
    }
  }
}

function card([code, operator, level, town]: Place, metres: number): HTMLElement {
  const item = document.createElement('li')
  item.className = 'card'
  const heading = document.createElement('h3')
  const link = element('a', operator)
  link.href = pageOf(code)
  heading.append(link)
  const words = LEVEL_WORDS[level] ?? LEVEL_WORDS[0]
  const mark = element('span', String(level))
  mark.className = `level level-${level}`
  mark.setAttribute('aria-hidden', 'true')
  const line = document.createElement('p')
  line.append(mark, ` ${say(`${level} 级${words[0]}`, `Level ${level}, ${words[1]}`)}`)
  const facts = element('p', `${town} · ${far(metres)}`)
  facts.className = 'facts'
  item.append(heading, line, facts)
  return item
}

function far(metres: number): string {
  const rounded = Math.max(100, Math.round(metres / 100) * 100)
  return metres < 950
    ? say(`约 ${rounded} 米`, `about ${rounded} m`)
    : say(`约 ${(metres / 1000).toFixed(1)} 公里`, `about ${(metres / 1000).toFixed(1)} km`)
}

function element<Name extends 'a' | 'p' | 'span'>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
