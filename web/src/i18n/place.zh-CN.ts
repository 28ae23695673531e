/** Sentences of the small map and of typed coordinates, in Chinese. */
export const placeZhCN = {
  place: {
    tap: '点击地图放置；键盘：方向键移动，回车放在中心',
    drag: '拖动标记或再次点击可调整',
    corners: '沿边界依次点击，已有 {count} 个角点（至少 3 个）',
    area: '可继续点击增加角点，拖动角点可调整',
    crossing: '边线交叉，请拖动角点或撤销一步',
    undo: '撤销一个角点',
    clear: '清除范围',
    none: '尚未放置',
    noMap: '这台设备不能绘制地图，请直接填写坐标。',
    noBase: '底图没有取到，坐标仍可填写。',
    schematic: '界线为示意',
    wheel: '按住 Ctrl 并滚动以缩放地图',
    fingers: '用两根手指移动地图',
  },
}
