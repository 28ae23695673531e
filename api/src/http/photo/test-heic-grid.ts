import { heicPhoto } from './test-photos.ts'

/** Where things lie in `test-photo.heic`: its boxes in their order, and what the coded picture takes. */
const FTYP_END = 28
const PROPERTIES = { from: 203, to: 856 }
const CODED = { from: 0x391, to: 0x391 + 0x118 }

/**
 * A HEIC file whose picture is a grid of one small tile, as telephones write it: 1.5 kB that unfold to 320 × 240
 * pixels times columns times rows.
 * @param claimed what the file says of its own size
 */
export async function heicGrid(
  columns: number,
  rows: number,
  claimed: { width: number; height: number } = { width: columns * 320, height: rows * 240 },
): Promise<Buffer> {
  const photo = await heicPhoto()
  const tile = photo.subarray(CODED.from, CODED.to)
  const grid = Buffer.concat([
    Buffer.from([0, 1, rows - 1, columns - 1]),
    uint32(columns * 320),
    uint32(rows * 240),
  ])
  const size = box('ispe', uint32(0), uint32(claimed.width), uint32(claimed.height))
  const properties = photo.subarray(PROPERTIES.from + 8, PROPERTIES.to)
  // Item 1 is the picture; the tiles are items of their own that lie at one place.
  const tiles = Array.from({ length: columns * rows }, (_, index) => index + 2)
  const items = uint16(tiles.length + 1)
  const place = (id: number, at: number, length: number) =>
    Buffer.concat([uint16(id), hex('0000 0001'), uint32(at), uint32(length)])
  const meta = (dataAt: number) =>
    box(
      'meta',
      uint32(0),
      box('hdlr', uint32(0), uint32(0), Buffer.from('pict'), Buffer.alloc(13)),
      box('pitm', hex('00000000 0001')),
      box(
        'iloc',
        hex('00000000 4400'),
        items,
        place(1, dataAt + tile.length, grid.length),
        ...tiles.map((id) => place(id, dataAt, tile.length)),
      ),
      box(
        'iinf',
        uint32(0),
        items,
        box('infe', hex('02000000 0001 0000'), Buffer.from('grid\0')),
        ...tiles.map((id) =>
          box('infe', hex('02000001'), uint16(id), uint16(0), Buffer.from('hvc1\0')),
        ),
      ),
      box(
        'iprp',
        box('ipco', properties, size),
        box(
          'ipma',
          uint32(0),
          uint32(tiles.length + 1),
          hex('0001 03 05 03 84'),
          ...tiles.map((id) => Buffer.concat([uint16(id), hex('04 81 02 83 84')])),
        ),
      ),
      box('iref', uint32(0), box('dimg', uint16(1), uint16(tiles.length), ...tiles.map(uint16))),
    )
  return Buffer.concat([
    photo.subarray(0, FTYP_END),
    meta(FTYP_END + meta(0).length + 8),
    box('mdat', tile, grid),
  ])
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([uint32(body.length + 8), Buffer.from(type), body])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(' ', ''), 'hex')
