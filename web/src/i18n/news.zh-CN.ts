/** What one was told, in Chinese: the bell stands on every page. */
export const newsZhCN = {
  messages: {
    title: '消息',
    bell: '消息，{count} 条未读',
    headline: '{count} 条未读消息',
    allRead: '没有未读消息',
    nothing: '还没有消息。有隐患、督办或排查任务需要您知道时，会出现在这里。',
    unreadOnly: '只看未读',
    everything: '全部消息',
    readAll: '全部标为已读',
    unread: '未读',
  },
}
