import { expect, it } from 'vitest'
import { postOf, type Held } from './post.ts'
import type { Role } from './role.ts'

const held = (part: Partial<Held>): Held => ({
  title: null,
  position: null,
  placeName: null,
  ...part,
})

it.each<[Role, Held, string]>([
  ['leader', held({ title: '副局长' }), '副局长'],
  ['leader', held({}), '领导'],
  ['bureau', held({ position: 'head', placeName: '安全生产科' }), '安全生产科科长'],
  [
    'bureau',
    held({ position: 'head', placeName: '安全生产科', title: '负责人' }),
    '安全生产科负责人',
  ],
  ['grid', held({ position: 'chief', placeName: '运河街道第一网格' }), '运河街道第一网格网格长'],
  ['enterprise', held({ position: 'safety-officer' }), '安全管理人员'],
  ['admin', held({}), '系统管理员'],
])('%s with %j is on record as %s', (role, appointment, post) => {
  expect(postOf(role, appointment)).toBe(post)
})
