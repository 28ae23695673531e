import type { ComparedField } from '../../domain/public-roster.ts'

/** The languages of the public pages; the first is spoken without asking. */
export const PAGE_LANGUAGES = ['zh', 'en'] as const
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

const zh = {
  htmlLang: 'zh-CN',
  site: '台儿庄区风险源公开',
  bureau: '双防一张图 · 公开名册',
  skip: '跳到正文',
  nav: { list: '身边的风险源', levels: '等级是什么意思', batches: '历次公布', data: '数据下载', report: '反映问题' },
  otherLanguage: 'English',
  staff: '工作人员登录',
  asOf: (day: string, number: string) => `名册第 ${number} 批，${day} 公布`,
  nothingYet: '名册还没有公布。公布后，这里会列出辖区内的风险源。',
  list: {
    title: '我身边有哪些风险源？',
    lead: '查一查家附近有没有风险源，可能发生什么，怎样预警，您该怎么做。',
    search: '地名、单位或编号', searchHint: '例如：张山子镇、加油站', find: '查询', all: '全部镇街', allLevels: '全部等级', town: '镇街', level: '风险等级',
    count: (n: number) => `共 ${n} 处`,
    found: (q: string, n: number) => `“${q}”：${n} 处`,
    none: '没有符合条件的风险源。换个地名，或者去掉筛选再试。', clear: '清除筛选',
    near: (place: string) => `离“${place}”最近的风险源`, nearNote: '距离从村（社区）中心算起，位置精确到约 100 米。', villages: '村（社区）位置为示意。',
    metres: (m: number) => (m < 950 ? `约 ${Math.max(100, Math.round(m / 100) * 100)} 米` : `约 ${(m / 1000).toFixed(1)} 公里`),
    nearMe: '看我附近的', nearMeNote: '您的位置只在手机上计算，不会发送出去。',
    map: '在地图上看', mapNote: '圆圈里是这一片有几处，圈的颜色是其中最高的等级；单个点里的数字就是等级。', pages: '翻页', previous: '上一页', next: '下一页', page: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
  },
  source: {
    level: '风险等级', levelLine: (level: string, name: string, colour: string) => `${level} 级 ${name}风险（${colour}）`,
    what: '这里做什么', could: '可能发生什么', warned: '怎样知道出事了', act: '您该怎么做', where: '在哪里',
    about: '位置精确到约 100 米', visit: '最近一次监管人员到场', noVisit: '暂无记录', office: '有疑问找谁', call: (phone: string) => `拨打 ${phone}`,
    history: '公布记录', share: '分享', copied: '网址已复制', print: '打印公告', code: '公开编号', report: '反映这里的问题', back: '返回名册', backToSource: '返回这处风险源', map: '大致位置',
    emergency: '遇到险情，先离开，再拨打 119 或 120。', operator: '运营单位', kind: '类别', printTitle: '风险源公告', scan: '扫码看最新内容',
  },
  batches: {
    title: '历次公布', lead: '每一批公布的内容都长期保存，可以看到前后变化。', records: (n: number) => `${n} 处`, published: '公布时间', feed: '订阅更新（Atom）',
  },
  batch: {
    title: (number: string) => `第 ${number} 批`, changes: '与上一批相比', first: '这是第一批，没有上一批可以比较。', none: '没有变化。',
    added: '新增', changed: '变更', removed: '撤出', retracted: '撤回', reason: '理由', roster: '本批全部内容', retractedNote: '内容因公布有误已撤回', blank: '（已撤回）',
  },
  levels: {
    title: '等级是什么意思', lead: '风险分四级，用红、橙、黄、蓝四种颜色表示。', map: '地图上的点是什么',
    mapText: '每个点代表一处风险源，颜色和数字都表示等级。为了安全，点的位置只精确到约 100 米，同一小块里的风险源会画在同一处。',
    who: '名册由谁定', whoText: '由区经信局科室整理，另一名负责人复核批准后公布，每月中旬更新一次；有错随时更正，更正和撤回都会写明理由。',
  },
  data: {
    title: '数据下载', lead: '整本名册可以下载、转载和再加工。', terms: '使用条件', columns: '每一列的含义', column: '列', meaning: '含义', dictionary: '数据字典（JSON）',
    note: '网址不变，内容随每批公布更新；程序读取请带上 If-None-Match。',
  },
  report: {
    title: '反映问题', lead: '看到危险的地方，告诉我们。不用登录，不用留姓名电话。', emergency: '正在发生的险情请直接拨打 119、120 或 110，不要在这里填写。',
    about: '反映的是', text: '看到了什么', textHint: '例如：仓库门口堆放油桶，挡住了消防通道', place: '在哪里', placeHint: '例如：运河街道老街仓库门口',
    photo: '照片（可不填）', photoHint: 'JPEG、PNG、WebP 或 HEIC，不超过 10 MB；照片里的位置信息会被去掉', position: '附上我现在的位置', positioned: '已附上位置', send: '提交',
    sent: '已经收到', receipt: '回执号', keep: '请记下回执号，用它可以查办理进展。', follow: '查进展', followTitle: '查办理进展', unknown: '没有这个回执号，请核对后再试。',
    received: '收到时间', handled: '办理时间', reply: '答复', again: '您填的内容都还在，改好后再提交。',
    errors: {
      text: '请写明看到了什么（1 到 2000 字）', place: '请写明在哪里（1 到 200 字）', photo: '照片不能用：须是完整的 JPEG、PNG、WebP 或 HEIC，不超过 10 MB',
      'too-soon': '提交得太快了，请稍等几秒再提交。', 'too-late': '页面打开太久，请再提交一次。', forged: '页面已失效，请再提交一次。', often: '提交得太频繁，请过一会儿再试。',
    },
  },
  notFound: { title: '没有找到', text: '这个网址没有内容，或者这处风险源已不在名册里。', home: '回到名册' },
  fields: {
    level: '风险等级', harms: '可能发生什么', operator: '单位名称', activity: '做什么', address: '地址', kind: '类别', warningZh: '怎样预警', doThisZh: '该怎么做',
    warningEn: '怎样预警（英文）', doThisEn: '该怎么做（英文）', officeName: '主管科室', officePhone: '科室电话', townName: '镇街', lon: '位置', lat: '位置', lastVisit: '监管到场',
  } satisfies Record<ComparedField, string>,
}

/** Everything a public page says, in one language. */
export type PageWords = typeof zh

const en: PageWords = {
  htmlLang: 'en',
  site: 'Tai’erzhuang public risk sources',
  bureau: 'Shuangfang OneMap · public roster',
  skip: 'Skip to content',
  nav: { list: 'Near me', levels: 'What the levels mean', batches: 'Past editions', data: 'Download', report: 'Report a concern' },
  otherLanguage: '中文',
  staff: 'Staff sign-in',
  asOf: (day, number) => `Edition ${number}, published ${day}`,
  nothingYet: 'The roster has not been published yet. Once it is, the risk sources of the district are listed here.',
  list: {
    title: 'Which risk sources are near me?',
    lead: 'See what is near your home, what could happen, how you would be warned and what to do.',
    search: 'Place, operator or code', searchHint: 'For example 张山子镇', find: 'Search', all: 'All towns', allLevels: 'All levels', town: 'Town', level: 'Risk level',
    count: (n) => `${n} in all`,
    found: (q, n) => `“${q}”: ${n}`,
    none: 'Nothing matches. Try another place, or take the filters away.', clear: 'Clear filters',
    near: (place) => `Nearest to “${place}”`, nearNote: 'Distances are from the middle of the village; positions are good to about 100 m.', villages: 'Places of villages are schematic.',
    metres: (m) => (m < 950 ? `about ${Math.max(100, Math.round(m / 100) * 100)} m` : `about ${(m / 1000).toFixed(1)} km`),
    nearMe: 'Show what is near me', nearMeNote: 'Your position is used on your device only and never sent.',
    map: 'Show on the map', mapNote: 'A ring holds how many there are and has the colour of the highest level among them; a single mark holds its level.', pages: 'Pages', previous: 'Previous', next: 'Next', page: (n, of) => `Page ${n} of ${of}`,
  },
  source: {
    level: 'Risk level', levelLine: (level, name, colour) => `Level ${level}, ${name.toLowerCase()} (${colour.toLowerCase()})`,
    what: 'What is done here', could: 'What could happen', warned: 'How you would know', act: 'What to do', where: 'Where it is',
    about: 'The position is good to about 100 m', visit: 'Last official visit', noVisit: 'None on record', office: 'Who to ask', call: (phone) => `Call ${phone}`,
    history: 'Published in', share: 'Share', copied: 'Address copied', print: 'Print a notice', code: 'Public code', report: 'Report a concern here', back: 'Back to the roster', backToSource: 'Back to the risk source', map: 'Rough position',
    emergency: 'In an emergency leave first, then call 119 or 120.', operator: 'Operator', kind: 'Kind', printTitle: 'Notice of a risk source', scan: 'Scan for the latest',
  },
  batches: {
    title: 'Past editions', lead: 'Every edition is kept, with what it changed.', records: (n) => `${n} risk sources`, published: 'Published', feed: 'Subscribe (Atom)',
  },
  batch: {
    title: (number) => `Edition ${number}`, changes: 'Against the edition before', first: 'This is the first edition.', none: 'No changes.',
    added: 'Added', changed: 'Changed', removed: 'Removed', retracted: 'Retracted', reason: 'Reason', roster: 'The whole edition', retractedNote: 'Retracted: it was published in error', blank: '(retracted)',
  },
  levels: {
    title: 'What the levels mean', lead: 'There are four levels of risk, in red, orange, yellow and blue.', map: 'What the map shows',
    mapText: 'Each mark is one risk source; its colour and number are its level. For safety a mark stands within about 100 m of the place, and sources close together share one mark.',
    who: 'Who decides', whoText: 'An office of the district’s bureau prepares the roster, a second person approves it. It comes out in the middle of every month; errors are corrected at any time, always with the reason.',
  },
  data: {
    title: 'Download', lead: 'The whole roster is free to download, share and rework.', terms: 'Terms', columns: 'What the columns mean', column: 'Column', meaning: 'Meaning', dictionary: 'Dictionary (JSON)',
    note: 'The addresses stay, their content follows each edition; programs should send If-None-Match.',
  },
  report: {
    title: 'Report a concern', lead: 'Tell us where something is dangerous. No account, no name, no phone number.', emergency: 'If something is happening right now, call 119, 120 or 110 instead.',
    about: 'About', text: 'What you saw', textHint: 'For example: oil drums in front of the warehouse block the fire lane', place: 'Where', placeHint: 'For example: old street, warehouse gate',
    photo: 'Photograph (optional)', photoHint: 'JPEG, PNG, WebP or HEIC up to 10 MB; position data in it is removed', position: 'Attach my position', positioned: 'Position attached', send: 'Send',
    sent: 'Received', receipt: 'Receipt', keep: 'Keep this receipt to follow what becomes of it.', follow: 'Follow', followTitle: 'Follow a concern', unknown: 'There is no such receipt; please check it.',
    received: 'Received', handled: 'Settled', reply: 'Answer', again: 'What you typed is still here; correct it and send again.',
    errors: {
      text: 'Say what you saw (1 to 2000 characters)', place: 'Say where (1 to 200 characters)', photo: 'The photograph cannot be used: a whole JPEG, PNG, WebP or HEIC up to 10 MB',
      'too-soon': 'That was very quick: wait a few seconds and send again.', 'too-late': 'The page was open for long: send again.', forged: 'The page is no longer valid: send again.', often: 'Too many reports: try again in a while.',
    },
  },
  notFound: { title: 'Not found', text: 'There is nothing here, or this risk source is no longer on the roster.', home: 'Back to the roster' },
  fields: {
    level: 'level', harms: 'what could happen', operator: 'operator', activity: 'activity', address: 'address', kind: 'kind', warningZh: 'warning (Chinese)', doThisZh: 'what to do (Chinese)',
    warningEn: 'warning', doThisEn: 'what to do', officeName: 'office', officePhone: 'office phone', townName: 'town', lon: 'position', lat: 'position', lastVisit: 'last visit',
  },
}

/** The words of a language. */
export const PAGE_WORDS: Readonly<Record<PageLanguage, PageWords>> = { zh, en }
