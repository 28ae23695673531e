import { html } from 'hono/html'
import { ENTERPRISE_KINDS } from '../../domain/enterprise-kind.ts'
import { PUBLIC_HARMS } from '../../domain/public-advice.ts'
import { PUBLIC_LEVELS } from '../../domain/public-levels.ts'
import type { RiskSource } from '../roster/schema.ts'
import { addressOf, dayOf, type Markup, type Page, type PageContext } from './page.ts'
import { levelMark, mapFrame } from './pieces.ts'
import { qrCode } from './qr-code.ts'

/** Where a risk source was published, newest first. */
export type Editions = readonly {
  readonly number: string
  readonly publishedAt: string
  readonly level: number
}[]

/** One risk source: what it is, what could happen, what to do. */
export function sourcePage(source: RiskSource, editions: Editions, context: PageContext): Page {
  const { language, words, origin } = context
  const {
    code,
    operator,
    address,
    activity,
    kind,
    level,
    harms,
    warning,
    doThis,
    lastVisit,
    office,
    town,
    location: {
      coordinates: [lon, lat],
    },
  } = source
  const path = `/sources/${code}`
  return {
    title: operator,
    description: `${operator}，${town.name}。${activity}`,
    path,
    data: {
      '@context': 'https://schema.org',
      '@type': 'Place',
      name: operator,
      identifier: code,
      url: `${origin}${addressOf(language, path)}`,
      address: {
        '@type': 'PostalAddress',
        streetAddress: address,
        addressLocality: town.name,
        addressRegion: '山东省枣庄市台儿庄区',
        addressCountry: 'CN',
      },
      geo: {
        '@type': 'GeoCircle',
        geoMidpoint: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon },
        geoRadius: '100',
      },
    },
    body: html`<p class="back"><a href="${addressOf(language, '')}">${words.source.back}</a></p>
      <article class="source">
        <h1>${operator}</h1>
        <p class="level-line">${levelMark(level, context)}</p>
        <p class="note">${PUBLIC_LEVELS[level][language]}</p>
        <p class="alarm">${words.source.emergency}</p>
        <div class="two">
          <div>
            <section>
              <h2>${words.source.act}</h2>
              ${steps(doThis[language])}
            </section>
            <section>
              <h2>${words.source.could}</h2>
              <ul class="harms">
                ${harms.map((harm) => html`<li><strong>${PUBLIC_HARMS[harm][language]}</strong><br />${PUBLIC_HARMS[harm].happens[language]}</li>`)}
              </ul>
            </section>
            <section>
              <h2>${words.source.warned}</h2>
              <p>${warning[language]}</p>
            </section>
          </div>
          <div>
            <section>
              <h2>${words.source.where}</h2>
              <p>${address}（${town.name}）</p>
              <p class="note">${words.source.about}</p>
              <div class="needs-script">
                ${mapFrame('source', words.source.map, words.list.map, { lon, lat, level })}
              </div>
            </section>
            <section>
              <h2>${words.source.what}</h2>
              <p>${activity}</p>
              <p class="facts">${ENTERPRISE_KINDS[kind][language]}</p>
            </section>
            <section>
              <h2>${words.source.office}</h2>
              <p>
                ${office.name}
                <a href="tel:${office.phone.replaceAll(/[^\d+]/g, '')}"
                  >${words.source.call(office.phone)}</a
                >
              </p>
              <p class="facts">
                ${words.source.visit}${language === 'zh' ? '：' : ': '}${lastVisit ?? words.source.noVisit}
              </p>
            </section>
          </div>
        </div>
        <p class="actions">
          <a class="button" href="${addressOf(language, `/report?about=${code}`)}"
            >${words.source.report}</a
          >
          <a class="button quiet" href="${addressOf(language, `${path}/print`)}"
            >${words.source.print}</a
          >
          <button
            class="button quiet needs-script"
            type="button"
            data-share="${words.source.copied}"
          >
            ${words.source.share}
          </button>
        </p>
        <section class="history">
          <h2>${words.source.history}</h2>
          <ul>
            ${editions.map(({ number, publishedAt }) => html`<li><a href="${addressOf(language, `/batches/${number}`)}">${words.asOf(dayOf(publishedAt), number)}</a></li>`)}
          </ul>
          <p class="facts">${words.source.code} ${code}</p>
        </section>
      </article>`,
  }
}

/** A sheet for a notice board: everything on one page of A4. */
export function printPage(source: RiskSource, context: PageContext): Page {
  const { language, words, origin, batch } = context
  const { code, operator, address, activity, level, harms, warning, doThis, office, town } = source
  const link = `${origin}${addressOf(language, `/sources/${code}`)}`
  return {
    title: `${words.source.printTitle} ${operator}`,
    description: operator,
    path: `/sources/${code}/print`,
    hidden: true,
    body: html`<article class="sheet level-edge-${level}">
        <p class="sheet-kind">${words.source.printTitle}</p>
        <h1>${operator}</h1>
        <p class="level-line">${levelMark(level, context)}</p>
        <section>
          <h2>${words.source.could}</h2>
          <p>
            ${harms.map((harm) => PUBLIC_HARMS[harm][language]).join(language === 'zh' ? '、' : ', ')}
          </p>
        </section>
        <section>
          <h2>${words.source.warned}</h2>
          <p>${warning[language]}</p>
        </section>
        <section>
          <h2>${words.source.act}</h2>
          ${steps(doThis[language])}
        </section>
        <section>
          <h2>${words.source.what}</h2>
          <p>${activity}</p>
        </section>
        <div class="sheet-foot">
          <div>
            <p>${address}（${town.name}）</p>
            <p>${office.name} ${office.phone}</p>
            <p>${batch === null ? '' : words.asOf(dayOf(batch.publishedAt), batch.number)}</p>
            <p>${words.source.emergency}</p>
          </div>
          <figure>
            ${qrCode(link)}
            <figcaption>${words.source.scan}<br />${code}</figcaption>
          </figure>
        </div>
      </article>
      <p class="actions no-print">
        <button class="button needs-script" type="button" data-print>${words.source.print}</button>
        <a class="button quiet" href="${addressOf(language, `/sources/${code}`)}"
          >${words.source.backToSource}</a
        >
      </p>`,
  }
}

function steps(text: string): Markup {
  return html`<ol class="steps">
    ${text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => html`<li>${line}</li>`)}
  </ol>`
}
