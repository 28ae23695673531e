import { describe, expect, it } from 'vitest'
import { wallSize } from './wall-size.ts'

describe('the size of the wall', () => {
  it.each([
    [1920, 1080, { scale: 1, width: 1920, height: 1080, shape: 'desk', tight: false }],
    [3840, 2160, { scale: 2, width: 1920, height: 1080, shape: 'desk', tight: false }],
    [3840, 1080, { scale: 1, width: 3840, height: 1080, shape: 'wide', tight: false }],
    [2560, 1080, { scale: 1, width: 2560, height: 1080, shape: 'desk', tight: false }],
    [7680, 2160, { scale: 2, width: 3840, height: 1080, shape: 'wide', tight: false }],
    [1280, 800, { scale: 1, width: 1280, height: 800, shape: 'desk', tight: true }],
    [1024, 768, { scale: 1, width: 1024, height: 768, shape: 'stacked', tight: true }],
    [960, 540, { scale: 1, width: 960, height: 540, shape: 'stacked', tight: true }],
    [1440, 640, { scale: 1, width: 1440, height: 640, shape: 'stacked', tight: true }],
    [390, 844, { scale: 1, width: 390, height: 844, shape: 'stacked', tight: true }],
  ])('fills %i × %i without bars and without blur', (width, height, expected) => {
    expect(wallSize(width, height)).toEqual(expected)
  })
})
