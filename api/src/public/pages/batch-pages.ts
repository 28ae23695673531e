import { html } from 'hono/html'
import type { PublicBatch, PublicChange, RiskSource } from '../roster/schema.ts'
import { addressOf, dayOf, type Markup, type Page, type PageContext } from './page.ts'
import { levelMark } from './pieces.ts'

/** Every edition. */
export function batchesPage(batches: readonly PublicBatch[], context: PageContext): Page {
  const { language, words } = context
  return {
    title: words.batches.title,
    description: words.batches.lead,
    path: '/batches',
    current: 'batches',
    body: html`<h1>${words.batches.title}</h1>
      <p class="lead">${words.batches.lead}</p>
      ${
        batches.length === 0
          ? html`<p class="note">${words.nothingYet}</p>`
          : html`<ul class="cards">
              ${batches.map(
                ({ number, title, publishedAt, records }) =>
                  html`<li class="card">
                    <h2>
                      <a href="${addressOf(language, `/batches/${number}`)}"
                        >${words.batch.title(number)}</a
                      >
                    </h2>
                    <p>${title}</p>
                    <p class="facts">
                      ${words.batches.published} ${dayOf(publishedAt)} ·
                      ${words.batches.records(records)}
                    </p>
                  </li>`,
              )}
            </ul>`
      }
      <p><a href="/public/feed.atom">${words.batches.feed}</a></p>`,
  }
}

/** One edition: what it changed, and all of it. */
export function batchPage(
  batch: PublicBatch,
  changes: readonly PublicChange[],
  sources: readonly RiskSource[],
  context: PageContext,
): Page {
  const { language, words } = context
  const { number, title, note, publishedAt, previous } = batch
  return {
    title: `${words.batch.title(number)}`,
    description: title,
    path: `/batches/${number}`,
    body: html`<p class="back">
        <a href="${addressOf(language, '/batches')}">${words.batches.title}</a>
      </p>
      <h1>${words.batch.title(number)}</h1>
      <p class="lead">${title}，${words.batches.published} ${dayOf(publishedAt)}</p>
      ${note === '' ? '' : html`<p>${note}</p>`}
      <section>
        <h2>${words.batch.changes}</h2>
        ${
          previous === null
            ? html`<p class="note">${words.batch.first}</p>`
            : changes.length === 0
              ? html`<p class="note">${words.batch.none}</p>`
              : html`<ul class="changes">
                  ${changes.map((change) => changeLine(change, context))}
                </ul>`
        }
      </section>
      <section>
        <h2>${words.batch.roster}（${sources.length}）</h2>
        <ul class="roster">
          ${sources.map((source) => html`<li><a href="${addressOf(language, `/sources/${source.code}`)}">${source.operator}</a> ${levelMark(source.level, context)} <span class="facts">${source.town.name}</span></li>`)}
        </ul>
      </section>`,
  }
}

function changeLine(
  { change, operator, fields, reason }: PublicChange,
  { words, language }: PageContext,
): Markup {
  const what =
    fields.length === 0
      ? ''
      : html` <span class="facts"
          >${[...new Set(fields.map((field) => words.fields[field]))].join(language === 'zh' ? '、' : ', ')}</span
        >`
  return html`<li>
    <strong class="change">${words.batch[change]}</strong>
    ${operator === '' ? words.batch.blank : operator}${what}${reason === null ? '' : html`<br /><span class="facts">${words.batch.reason}${language === 'zh' ? '：' : ': '}${reason}</span>`}
  </li>`
}
