import type { Messages } from './messages.ts'
import type { newsZhCN } from './news.zh-CN.ts'

/** The same sentences in English. */
export const newsEn: Messages<typeof newsZhCN> = {
  messages: {
    title: 'Messages',
    bell: 'Messages, {count} unread',
    headline: '{count} unread message | {count} unread messages',
    allRead: 'No unread messages',
    nothing:
      'No messages yet. What you should know of hazards, orders and inspections appears here.',
    unreadOnly: 'Unread only',
    everything: 'All messages',
    readAll: 'Mark all as read',
    unread: 'Unread',
  },
}
