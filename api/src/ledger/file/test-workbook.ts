import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of parts, as any program might write it. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain, { level: 9 })
    const path = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(plain), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(plain.length, 18)
    shared.writeUInt16LE(path.length, 22)
    files.push(Buffer.from('504b0304', 'hex'), shared, path, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), shared, rest, path)
    offset += 30 + path.length + packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...files, ...directory, end]))
}

interface Parts {
  /** Inside `<worksheet>`, a sheet each. */
  readonly sheets: readonly (string | Buffer)[]
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string
  readonly sharedStrings?: string | Buffer
  /** Number formats of the styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of hand-written XML, for what no library writes. */
export function rawWorkbook({
  sheets,
  properties = '',
  sharedStrings,
  formats = [],
}: Parts): Uint8Array {
  const styles = formats.map(
    (code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const used = formats.map((_, at) => `<xf numFmtId="${170 + at}"/>`)
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="r${at}" Type="${RELATIONS}/worksheet" Target="worksheets/s${at}.xml"/>`,
  )
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>${sheets
      .map((_, at) => `<sheet name="表${at + 1}" sheetId="${at + 1}" r:id="r${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${styles.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${used.join('')}</cellXfs></styleSheet>`,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': sharedStrings }),
    ...Object.fromEntries(
      sheets.map((content, at) => [
        `xl/worksheets/s${at}.xml`,
        Buffer.concat([
          Buffer.from(`<worksheet xmlns="${MAIN}">`),
          Buffer.from(content),
          Buffer.from('</worksheet>'),
        ]),
      ]),
    ),
  })
}

/** `<sheetData>` of rows; a cell is its text, or XML from `<c` on. */
export function sheetData(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    text.startsWith('<c') ? text : `<c t="inlineStr"><is><t>${text}</t></is></c>`
  return `<sheetData>${rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')}</sheetData>`
}
