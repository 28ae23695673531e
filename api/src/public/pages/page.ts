import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { PublicBatch } from '../roster/schema.ts'
import type { Config } from '../../config.ts'
import type { Label } from '../../domain/dictionary.ts'
import { PAGE_WORDS, type PageLanguage, type PageWords } from './words.ts'

/** A piece of a page. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** What every page is given. */
export interface PageContext {
  readonly language: PageLanguage
  readonly words: PageWords
  /** Where browsers reach the product, such as `https://onemap.example.gov.cn`. */
  readonly origin: string
  /** Addresses of the style sheet and of the script that makes pages handier. */
  readonly assets: PageAssets
  /** Who prepares and publishes the roster. */
  readonly bureau: Label
  /** Answered at any hour; undefined while none is configured. */
  readonly dutyPhone: Config['dutyPhone']
  /** The edition that stands. */
  readonly batch: PublicBatch | null
}

/** Built files of the public pages. */
export interface PageAssets {
  readonly styles: readonly string[]
  readonly script: string
}

/** One page. */
export interface Page {
  readonly title: string
  readonly description: string
  /** Below `/public`, without the language: `/levels`. */
  readonly path: string
  readonly current?: keyof PageWords['nav']
  /** schema.org. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Pages nobody should find by searching. @default false */
  readonly hidden?: boolean
  readonly body: Markup
}

/** The address of a page in a language. */
export function addressOf(language: PageLanguage, path: string): string {
  return `/public${language === 'en' ? '/en' : ''}${path}`
}

/** Day of an instant that was written in China Standard Time. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10)
}

const NAV_PATHS = {
  list: '',
  levels: '/levels',
  batches: '/batches',
  data: '/data',
  report: '/report',
} as const satisfies Record<keyof PageWords['nav'], string>
const NAV = ['list', 'levels', 'batches', 'data', 'report'] as const

/** The whole document around a page. */
export function document(
  { title, description, path, current, data, hidden = false, body }: Page,
  context: PageContext,
): Markup {
  const { language, words, origin, assets, batch } = context
  const other = language === 'zh' ? 'en' : 'zh'
  const here = addressOf(language, path)
  return html`<!doctype html>
    <html lang="${words.htmlLang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === words.site ? title : `${title} · ${words.site}`}</title>
        <meta name="description" content="${description}" />
        ${
          hidden
            ? html`<meta name="robots" content="noindex" />`
            : html`<link rel="canonical" href="${origin}${here}" />
                <link rel="alternate" hreflang="zh-CN" href="${origin}${addressOf('zh', path)}" />
                <link rel="alternate" hreflang="en" href="${origin}${addressOf('en', path)}" />`
        }
        <link
          rel="alternate"
          type="application/atom+xml"
          title="${words.batches.feed}"
          href="/public/feed.atom"
        />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <meta name="theme-color" content="#0A7059" />
        ${assets.styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
        ${
          data === undefined
            ? ''
            : html`<script type="application/ld+json">
                ${raw(jsonForScript(data))}
              </script>`
        }
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header class="top">
          <p class="brand"><a href="${addressOf(language, '')}">${words.site}</a></p>
          <nav aria-label="${words.bureau}">
            <ul>
              ${NAV.map((name) => html`<li><a href="${addressOf(language, NAV_PATHS[name])}" ${current === name ? raw(' aria-current="page"') : ''}>${words.nav[name]}</a></li>`)}
            </ul>
          </nav>
          <a
            class="language"
            href="${addressOf(other, path)}"
            lang="${PAGE_WORDS[other].htmlLang}"
            hreflang="${PAGE_WORDS[other].htmlLang}"
            >${words.otherLanguage}</a
          >
        </header>
        ${ringUp(context)}
        <main id="content" tabindex="-1">${body}</main>
        <footer class="foot">
          <p>
            ${batch === null ? words.nothingYet : words.asOf(dayOf(batch.publishedAt), batch.number)}
          </p>
          <p>${words.bureau} · <a href="/sign-in">${words.staff}</a></p>
        </footer>
        <script type="module" src="${assets.script}"></script>
      </body>
    </html>`
}

/** 安全生产举报投诉特服电话: the same in all of China. */
const HOTLINE = '12350'

/** Whom to ring at any hour: the first thing below the head of every page. */
function ringUp({ language, words, bureau, dutyPhone }: PageContext): Markup {
  return html`<aside class="ring" aria-label="${words.ring.danger}">
    <strong>${words.ring.danger}</strong>
    ${
      dutyPhone === undefined
        ? ''
        : html`<span
            >${words.ring.duty(bureau[language])}
            <a href="tel:${dutyPhone.number.replaceAll(/[ -]/g, '')}">${dutyPhone.number}</a
            >${dutyPhone.invented ? html` <em>${words.ring.invented}</em>` : ''}</span
          >`
    }
    <span>${words.ring.hotline} <a href="tel:${HOTLINE}">${HOTLINE}</a></span>
  </aside>`
}

/** JSON that cannot end the script element it stands in. */
function jsonForScript(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}
