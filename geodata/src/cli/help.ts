import type { Label } from '@onemap/api/domain/dictionary'
import { DATUM_CODES } from '@onemap/api/domain/datum'
import { LAYER_NAMES, LAYERS } from '../layers.ts'
import { FIELD_NAMES } from '../reading/fields.ts'

const layerList = (language: keyof Label) =>
  LAYER_NAMES.map((layer) => `  ${layer.padEnd(12)}${LAYERS[layer][language]}`).join('\n')

const fieldList = (separator: string) =>
  `  code  ${FIELD_NAMES.code.join(separator)}\n  name  ${FIELD_NAMES.name.join(separator)}`

export const HELP: Label = {
  zh: `地理数据工具

用法
  pnpm geodata build
      由 PROVENANCE.md 所列来源重新生成 geodata/built/ 下的全部图层
  pnpm geodata import <图层> <文件.geojson> --datum <坐标系> [选项]
      用正式数据替换数据库中的一个图层；任何一处有问题都不会写入

图层
${layerList('zh')}

选项
  --datum <坐标系>        必填：${DATUM_CODES.join(' | ')}
  --crs <EPSG 代码>       文件没有注明坐标参考系、又是投影坐标时填写，如 4527
  --code-field <字段>     代码字段的名称（默认按下列字段名查找）
  --name-field <字段>     名称字段的名称（同上）
  --source <文字>         数据来源（默认为文件名）
  --licence <文字>        许可或使用依据（默认“由使用单位提供”）
  --obtained-on <日期>    取得日期，如 2026-03-01（默认今天）
  --tolerance <平方米>    容许的重叠、空隙面积（默认 1）
  --datum-is-right        坐标系已核对无误：对坐标系的怀疑只作提示
  --allow-code-changes    villages 图层：允许新增、撤销行政村
  --dissolve-missing      grids、villages 图层：文件中没有、范围也未被覆盖的一并撤销
  --dry-run               只检查并报告，不写入
  --language <语言>       zh | en（默认 zh）
  --help                  显示本说明

字段
  district neighbours towns villages grids：代码、名称，Polygon 或 MultiPolygon
  canal：名称，线或面
  字段名不分大小写，依次查找：
${fieldList('、')}

退出码：0 成功，1 文件有问题，2 命令写错，3 环境或数据库有问题`,
  en: `Geographic data

Usage
  pnpm geodata build
      makes all layers under geodata/built/ anew from the sources named in PROVENANCE.md
  pnpm geodata import <layer> <file.geojson> --datum <datum> [options]
      replaces a layer of the database with official data; nothing is written if anything is wrong

Layers
${layerList('en')}

Options
  --datum <datum>         required: ${DATUM_CODES.join(' | ')}
  --crs <EPSG code>       for projected coordinates in a file that names no system, such as 4527
  --code-field <field>    the field that holds codes (by default one of those below)
  --name-field <field>    the field that holds names (likewise)
  --source <text>         where the data comes from (by default the file's name)
  --licence <text>        on what terms
  --obtained-on <day>     such as 2026-03-01 (by default today)
  --tolerance <m²>        overlaps and gaps that are let pass (by default 1)
  --datum-is-right        the datum was checked: doubts about it are only mentioned
  --allow-code-changes    villages: new and missing ones are accepted
  --dissolve-missing      grids, villages: those the file neither has nor covers are dissolved too
  --dry-run               checks and reports, writes nothing
  --language <language>   zh | en (by default zh)
  --help                  this text

Fields
  district neighbours towns villages grids: code and name, Polygon or MultiPolygon
  canal: name, lines or polygons
  Fields are looked for in this order, upper or lower case:
${fieldList(', ')}

Exit status: 0 done, 1 the file is not right, 2 the command is not right, 3 environment or database`,
}
