import { html, raw } from 'hono/html'
import { CONCERN_LIMITS, CONCERN_STATUSES } from '../../domain/public-concern.ts'
import type { ConcernProgress } from '../concerns/queries.ts'
import { addressOf, dayOf, type Page, type PageContext } from './page.ts'
import type { PageWords } from './words.ts'

/** What stands in the form. */
export interface ReportForm {
  readonly token: string
  readonly text: string
  readonly place: string
  /** The published site it is about. */
  readonly about: { readonly code: string; readonly operator: string } | null
  readonly errors: readonly (keyof PageWords['report']['errors'])[]
  /** When somebody who reported too often may report again, in words. */
  readonly tooOften?: string
}

const FIELD_OF: Partial<Record<keyof PageWords['report']['errors'], string>> = {
  text: 'text',
  place: 'place',
  photo: 'photo',
}

/** The form in which anybody tells of a danger. */
export function reportPage(
  { token, text, place, about, errors, tooOften }: ReportForm,
  context: PageContext,
): Page {
  const {
    language,
    words: { report: words },
  } = context
  const wrong = (field: string) =>
    errors.some((error) => FIELD_OF[error] === field)
      ? raw(` aria-invalid="true" aria-describedby="errors"`)
      : ''
  const said = [
    ...errors.map((error) => words.errors[error]),
    ...(tooOften === undefined ? [] : [words.often(tooOften)]),
  ]
  return {
    title: words.title,
    description: words.lead,
    path: '/report',
    current: 'report',
    hidden: said.length > 0,
    body: html`<h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <p class="alarm">${words.emergency}</p>
      ${
        said.length === 0
          ? ''
          : html`<div id="errors" class="errors" role="alert">
              <ul>
                ${said.map((sentence) => html`<li>${sentence}</li>`)}
              </ul>
              <p>${words.again}</p>
            </div>`
      }
      <form
        class="report"
        method="post"
        action="${addressOf(language, '/report')}"
        enctype="multipart/form-data"
      >
        <input type="hidden" name="token" value="${token}" />
        ${
          about === null
            ? ''
            : html`<input type="hidden" name="about" value="${about.code}" />
                <p class="facts">${words.about} <strong>${about.operator}</strong></p>`
        }
        <p>
          <label for="text">${words.text}</label
          ><textarea
            id="text"
            name="text"
            rows="4"
            required
            maxlength="${CONCERN_LIMITS.text}"
            placeholder="${words.textHint}"
            ${wrong('text')}
          >
${text}</textarea>
        </p>
        <p>
          <label for="place">${words.place}</label
          ><input
            id="place"
            name="place"
            required
            maxlength="${CONCERN_LIMITS.place}"
            placeholder="${words.placeHint}"
            value="${place}"
            ${wrong('place')}
          />
        </p>
        <p>
          <label for="photo">${words.photo}</label
          ><input
            id="photo"
            name="photo"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
            ${wrong('photo')}
          /><span class="facts">${words.photoHint}</span>
        </p>
        <p>
          <input type="hidden" name="longitude" /><input type="hidden" name="latitude" /><button
            class="button quiet needs-script"
            type="button"
            data-position="${words.positioned}"
          >
            ${words.position}
          </button>
        </p>
        <p class="trap" aria-hidden="true">
          <label for="website">Website</label
          ><input id="website" name="website" tabindex="-1" autocomplete="off" />
        </p>
        <p><button class="button" type="submit">${words.send}</button></p>
      </form>
      ${followForm('', context)}`,
  }
}

/** How far a concern has come; undefined: nobody knows the receipt. */
export function receiptPage(
  receipt: string,
  progress: ConcernProgress | undefined,
  isNew: boolean,
  context: PageContext,
): Page {
  const {
    language,
    words: { report: words },
  } = context
  return {
    title: words.followTitle,
    description: words.lead,
    path: `/report/${receipt}`,
    hidden: true,
    body: html`<p class="back"><a href="${addressOf(language, '/report')}">${words.title}</a></p>
      <h1>${isNew ? words.sent : words.followTitle}</h1>
      ${
        progress === undefined
          ? html`<p class="errors" role="alert">${words.unknown}</p>`
          : html` <dl class="progress">
                <dt>${words.receipt}</dt>
                <dd class="receipt">${receipt}</dd>
                <dt>${words.received}</dt>
                <dd>${dayOf(progress.receivedAt)}</dd>
                <dt>${CONCERN_STATUSES[progress.status][language]}</dt>
                <dd>${CONCERN_STATUSES[progress.status].told[language]}</dd>
                ${
                  progress.moderatedAt === null
                    ? ''
                    : html`<dt>${words.handled}</dt>
                        <dd>${dayOf(progress.moderatedAt)}</dd>`
                }
                ${
                  progress.reply === null
                    ? ''
                    : html`<dt>${words.reply}</dt>
                        <dd>${progress.reply}</dd>`
                }
              </dl>
              ${isNew ? html`<p class="alarm">${words.keep}</p>` : ''}`
      }
      ${followForm(progress === undefined ? receipt : '', context)}`,
  }
}

function followForm(receipt: string, { language, words: { report: words } }: PageContext) {
  return html`<section class="follow">
    <h2>${words.followTitle}</h2>
    <form class="search" method="get" action="${addressOf(language, '/report/follow')}">
      <p>
        <label for="receipt">${words.receipt}</label
        ><input
          id="receipt"
          name="receipt"
          required
          maxlength="20"
          autocomplete="off"
          value="${receipt}"
        />
      </p>
      <p><button type="submit">${words.follow}</button></p>
    </form>
  </section>`
}
