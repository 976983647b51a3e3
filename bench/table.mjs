const heads = ['What', 'Ratio', 'To reach', 'Aim', 'Measured']

/** The results as a Markdown table. */
export function renderTable(results) {
  const cells = [heads, ...results.map(toCells)]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column].length)))
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

function toCells({ row: { name, unit, reach, aim }, measured: { ratio, subject, base } }) {
  const isMissed = reach !== undefined && ratio > reach
  return [
    name,
    times(ratio),
    `${times(reach)}${isMissed ? ', missed' : ''}`,
    times(aim),
    `${rounded(subject)} ${unit} to ${rounded(base)} ${unit}`,
  ]
}

const times = (ratio) => (ratio === undefined ? '' : `${ratio.toFixed(2)} x`)
const rounded = (number) => number.toFixed(number < 100 ? 1 : 0)
