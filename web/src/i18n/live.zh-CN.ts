/** Whether a screen is kept up to date. */
export const liveZhCN = {
  live: {
    live: '实时',
    reconnecting: '正在重新连接…',
    stale: '数据停在 {time}',
    explain: {
      live: '变化会在一秒内显示',
      reconnecting: '与服务器的连接中断，恢复后自动补上错过的变化',
      stale: '连接中断已久，图上和列表中的内容可能已经变化；恢复后自动补上',
    },
  },
}
