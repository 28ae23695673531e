import { html, raw } from 'hono/html'
import type { PublicBatch, PublicChange, RiskSource } from '../roster/schema.ts'
import { addressOf, type Markup } from './page.ts'
import { PAGE_LANGUAGES, PAGE_WORDS } from './words.ts'

/** An edition with what it changed. */
export interface Edition {
  readonly batch: PublicBatch
  readonly changes: readonly PublicChange[]
}

/** Editions as an Atom feed (RFC 4287), newest first. */
export function atomFeed(editions: readonly Edition[], origin: string): Markup {
  const words = PAGE_WORDS.zh
  const updated = editions[0]?.batch.publishedAt ?? '2016-08-01T00:00:00+08:00'
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
      <title>${words.site}</title> <id>${origin}/public</id><updated>${updated}</updated>
      <link rel="self" href="${origin}/public/feed.atom" /> <link href="${origin}/public" />
      <author><name>台儿庄区经济和信息化局</name></author>
      ${editions.map(
        ({ batch, changes }) =>
          html`<entry>
            <title>${words.batch.title(batch.number)} ${batch.title}</title>
            <id>${origin}${addressOf('zh', `/batches/${batch.number}`)}</id>
            <link href="${origin}${addressOf('zh', `/batches/${batch.number}`)}" />
            <updated>${batch.publishedAt}</updated>
            <summary>${summaryOf(batch, changes)}</summary>
          </entry>`,
      )}
    </feed>`
}

function summaryOf(batch: PublicBatch, changes: readonly PublicChange[]): string {
  const { batch: said, batches } = PAGE_WORDS.zh
  const counted = (['added', 'changed', 'removed', 'retracted'] as const).flatMap((kind) => {
    const count = changes.filter(({ change }) => change === kind).length
    return count === 0 ? [] : [`${said[kind]} ${count}`]
  })
  return [batches.records(batch.records), ...counted].join('，')
}

const PLAIN_PATHS = ['', '/levels', '/batches', '/data', '/report']

/** Every public page, for search engines. */
export function siteMap(
  batches: readonly PublicBatch[],
  sources: readonly RiskSource[],
  origin: string,
): Markup {
  const changed = batches[0]?.publishedAt
  const paths = [
    ...PLAIN_PATHS,
    ...sources.map(({ code }) => `/sources/${code}`),
    ...batches.map(({ number }) => `/batches/${number}`),
  ]
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${paths.flatMap((path) =>
        PAGE_LANGUAGES.map(
          (language) =>
            html`<url
              ><loc>${origin}${addressOf(language, path)}</loc
              >${changed === undefined ? '' : html`<lastmod>${changed}</lastmod>`}</url
            > `,
        ),
      )}</urlset
    >`
}

/** Robots may read what is public, and nothing else answers them anyway. */
export function robots(origin: string): string {
  return `User-agent: *\nAllow: /public\nAllow: /api/public\nAllow: /assets\nDisallow: /\n\nSitemap: ${origin}/sitemap.xml\n`
}
