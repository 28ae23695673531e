/** What this device has not sent yet, in Chinese: its mark stands on every page. */
export const outboxZhCN = {
  outbox: {
    mark: '未发送 {count}',
    away: '离线',
    refused: '{count} 条要处理',
    signOut: {
      title: '还有内容没有发送',
      text: '本机有 {visits} 次巡查、{hazards} 项隐患、{photos} 张照片没有送达。退出后它们仍留在这台设备，您再次登录时才会发送；别人登录看不到。',
      stay: '先不退出',
      leave: '仍要退出',
    },
  },
}
