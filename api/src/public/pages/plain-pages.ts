import { html } from 'hono/html'
import { PUBLIC_LEVELS, PUBLIC_LEVELS_CAUTION } from '../../domain/public-levels.ts'
import { RISK_LEVEL_ORDER } from '../../domain/risk-level.ts'
import { ROSTER_COLUMNS, ROSTER_TERMS } from '../roster/dictionary.ts'
import { addressOf, type Page, type PageContext } from './page.ts'
import { levelMark } from './pieces.ts'

/** What the four levels and the map mean, in plain language. */
export function levelsPage(context: PageContext): Page {
  const { language, words, bureau } = context
  return {
    title: words.levels.title,
    description: words.levels.lead,
    path: '/levels',
    current: 'levels',
    body: html`<h1>${words.levels.title}</h1>
      <p class="lead">${words.levels.lead}</p>
      <dl class="levels">
        ${RISK_LEVEL_ORDER.map(
          (level) =>
            html`<dt>${levelMark(level, context)}</dt>
              <dd>${PUBLIC_LEVELS[level][language]}</dd>`,
        )}
      </dl>
      <p class="alarm">${PUBLIC_LEVELS_CAUTION[language]}</p>
      <section>
        <h2>${words.levels.map}</h2>
        <p>${words.levels.mapText}</p>
      </section>
      <section>
        <h2>${words.levels.who}</h2>
        <p>${words.levels.whoText(bureau[language])}</p>
      </section>`,
  }
}

/** The roster for programs and spreadsheets. */
export function dataPage(context: PageContext): Page {
  const { language, words } = context
  return {
    title: words.data.title,
    description: words.data.lead,
    path: '/data',
    current: 'data',
    body: html`<h1>${words.data.title}</h1>
      <p class="lead">${words.data.lead}</p>
      <ul class="downloads">
        <li><a href="/api/public/risk-sources.csv">CSV</a></li>
        <li><a href="/api/public/risk-sources.json">JSON</a></li>
        <li><a href="/api/public/risk-sources.geojson">GeoJSON</a></li>
        <li><a href="/api/public/dictionary.json">${words.data.dictionary}</a></li>
        <li><a href="/public/feed.atom">Atom</a></li>
      </ul>
      <p class="note">${words.data.note}</p>
      <section>
        <h2>${words.data.terms}</h2>
        <p>${ROSTER_TERMS[language]}</p>
      </section>
      <section>
        <h2>${words.data.columns}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.data.column}</th>
              <th scope="col">${words.data.meaning}</th>
            </tr>
          </thead>
          <tbody>
            ${ROSTER_COLUMNS.map(
              (column) =>
                html`<tr>
                  <th scope="row">${column[language]}</th>
                  <td>${column.meaning[language]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>`,
  }
}

/** What is not there. */
export function missingPage({ language, words }: PageContext): Page {
  return {
    title: words.notFound.title,
    description: words.notFound.text,
    path: '',
    hidden: true,
    body: html`<h1>${words.notFound.title}</h1>
      <p class="lead">${words.notFound.text}</p>
      <p class="actions">
        <a class="button" href="${addressOf(language, '')}">${words.notFound.home}</a>
      </p>`,
  }
}
