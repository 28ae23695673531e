import { html, raw } from 'hono/html'
import { RISK_LEVEL_ORDER, RISK_LEVELS } from '../../domain/risk-level.ts'
import type { RiskSource } from '../roster/schema.ts'
import { addressOf, type Page, type PageContext } from './page.ts'
import { mapFrame, sourceCard } from './pieces.ts'

/** What a reader asked the list for. */
export interface ListQuery {
  readonly q: string
  readonly town: string
  readonly level: string
  /** From 1. */
  readonly page: number
}

/** What was found. */
export interface ListFindings {
  readonly sources: readonly RiskSource[]
  readonly total: number
  readonly pages: number
  readonly towns: readonly {
    readonly code: string
    readonly name: string
    readonly sources: number
  }[]
  /** The place the query names, and what lies nearest to it. */
  readonly near: {
    readonly place: string
    readonly sources: readonly (RiskSource & { readonly distance: number })[]
  } | null
}

/** The first page of all: what is near home. */
export function listPage(query: ListQuery, found: ListFindings, context: PageContext): Page {
  const { language, words } = context
  const { q, town, level, page } = query
  const narrowed = q !== '' || town !== '' || level !== ''
  const at = (to: number) =>
    `${addressOf(language, '')}?${new URLSearchParams(Object.entries({ q, town, level, page: to === 1 ? '' : String(to) }).filter(([, value]) => value !== ''))}`
  return {
    title: words.site,
    description: words.list.lead,
    path: '',
    current: 'list',
    hidden: narrowed || page > 1,
    data: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: words.site,
      description: words.list.lead,
      inLanguage: words.htmlLang,
      url: `${context.origin}${addressOf(language, '')}`,
      isAccessibleForFree: true,
      creator: { '@type': 'GovernmentOrganization', name: '台儿庄区经济和信息化局' },
      ...(context.batch === null
        ? {}
        : { dateModified: context.batch.publishedAt, version: context.batch.number }),
      distribution: [
        ['csv', 'text/csv'],
        ['json', 'application/json'],
        ['geojson', 'application/geo+json'],
      ].map(([ending, type]) => ({
        '@type': 'DataDownload',
        encodingFormat: type,
        contentUrl: `${context.origin}/api/public/risk-sources.${ending}`,
      })),
    },
    body: html`<h1>${words.list.title}</h1>
      <p class="lead">${words.list.lead}</p>
      <form class="search" method="get" action="${addressOf(language, '')}" role="search">
        <p>
          <label for="q">${words.list.search}</label
          ><input
            id="q"
            name="q"
            type="search"
            value="${q}"
            maxlength="60"
            placeholder="${words.list.searchHint}"
            autocomplete="off"
          />
        </p>
        <p>
          <label for="town">${words.list.town}</label
          ><select id="town" name="town">
            <option value="">${words.list.all}</option>
            ${found.towns.map(({ code, name, sources }) => html`<option value="${code}" ${code === town ? raw(' selected') : ''}>${name}（${sources}）</option>`)}
          </select>
        </p>
        <p>
          <label for="level">${words.list.level}</label
          ><select id="level" name="level">
            <option value="">${words.list.allLevels}</option>
            ${RISK_LEVEL_ORDER.map((one) => html`<option value="${one}" ${String(one) === level ? raw(' selected') : ''}>${one} ${RISK_LEVELS[one][language]}</option>`)}
          </select>
        </p>
        <p><button type="submit">${words.list.find}</button></p>
      </form>
      <div class="two">
        <div class="findings">
          <section id="near-me" class="near-me needs-script" aria-label="${words.list.nearMe}">
            <button type="button">${words.list.nearMe}</button>
            <p class="note" role="status">${words.list.nearMeNote}</p>
            <ul class="cards"></ul>
          </section>
          ${
            found.near === null
              ? ''
              : html`<section aria-labelledby="near">
                  <h2 id="near">${words.list.near(found.near.place)}</h2>
                  <p class="note">${words.list.nearNote}</p>
                  <ul class="cards">
                    ${found.near.sources.map((source) => sourceCard(source, context, source.distance))}
                  </ul>
                </section>`
          }
          <section aria-labelledby="found">
            <h2 id="found">
              ${q === '' ? words.list.count(found.total) : words.list.found(q, found.total)}${narrowed ? html` <a class="clear" href="${addressOf(language, '')}">${words.list.clear}</a>` : ''}
            </h2>
            ${
              found.total === 0
                ? html`<p class="note">
                    ${context.batch === null ? words.nothingYet : words.list.none}
                  </p>`
                : html`<ul class="cards">
                    ${found.sources.map((source) => sourceCard(source, context))}
                  </ul>`
            }
            ${
              found.pages <= 1
                ? ''
                : html`<nav class="pages" aria-label="${words.list.pages}">
                    ${page > 1 ? html`<a rel="prev" href="${at(page - 1)}">${words.list.previous}</a>` : html`<span></span>`}
                    <span>${words.list.page(page, found.pages)}</span>
                    ${page < found.pages ? html`<a rel="next" href="${at(page + 1)}">${words.list.next}</a>` : html`<span></span>`}
                  </nav>`
            }
          </section>
        </div>
        <aside class="map-side needs-script">
          ${mapFrame('list', words.list.map, words.list.map)}
          <p class="facts">${words.list.mapNote}</p>
        </aside>
      </div>`,
  }
}
