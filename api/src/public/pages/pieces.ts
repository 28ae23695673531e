import { html, raw } from 'hono/html'
import { ENTERPRISE_KINDS } from '../../domain/enterprise-kind.ts'
import { PUBLIC_HARMS } from '../../domain/public-advice.ts'
import { RISK_LEVELS, type RiskLevel } from '../../domain/risk-level.ts'
import type { RiskSource } from '../roster/schema.ts'
import { addressOf, type Markup, type PageContext } from './page.ts'

/** The level as a square with its numeral, and its word. */
export function levelMark(level: RiskLevel, { language, words }: PageContext): Markup {
  const { colour, ...name } = RISK_LEVELS[level]
  return html`<span class="level level-${level}" aria-hidden="true">${level}</span>
    <span class="level-word"
      >${words.source.levelLine(String(level), name[language], colour[language])}</span
    >`
}

/** A risk source in a list. @param distance in metres */
export function sourceCard(source: RiskSource, context: PageContext, distance?: number): Markup {
  const { language, words } = context
  const { code, operator, level, kind, town, harms, activity } = source
  const [first] = harms
  return html`<li class="card" data-code="${code}">
    <h3><a href="${addressOf(language, `/sources/${code}`)}">${operator}</a></h3>
    <p>${levelMark(level, context)}</p>
    <p class="facts">
      ${town.name} ·
      ${ENTERPRISE_KINDS[kind][language]}${distance === undefined ? '' : html` · <strong>${words.list.metres(distance)}</strong>`}
    </p>
    <p class="facts">
      ${
        first === undefined
          ? activity
          : html`${words.source.could}${language === 'zh' ? '：' : ': '}${harms
              .slice(0, 2)
              .map((harm) => PUBLIC_HARMS[harm][language])
              .join(language === 'zh' ? '、' : ', ')}`
      }
    </p>
  </li>`
}

/**
 * A frame that the script turns into a map; its size is there from the beginning.
 * @param place a single place to show close up; without it every place of the roster
 */
export function mapFrame(
  kind: 'list' | 'source',
  label: string,
  open: string,
  place?: { readonly lon: number; readonly lat: number; readonly level: RiskLevel },
): Markup {
  const at =
    place === undefined
      ? ''
      : raw(` data-lon="${place.lon}" data-lat="${place.lat}" data-level="${place.level}"`)
  return html`<div class="map" data-map="${kind}" data-label="${label}" ${at}>
    <button type="button" class="quiet">${open}</button>
  </div>`
}
