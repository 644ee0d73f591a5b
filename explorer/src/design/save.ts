import type { Column } from './Table'

/** Gives the reader a file. */
export function save(name: string, content: BlobPart, type: string) {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A table as CSV that Excel reads: UTF-8 with its mark, and no cell is taken for a formula. */
export function csvOf<T>(columns: Column<T>[], rows: readonly T[]): string {
  const cell = (v: string | number) => {
    const text = typeof v === 'number' ? String(v) : /^[=+\-@\t\r]/.test(v) ? `'${v}` : v
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [columns.map((c) => cell(c.title)), ...rows.map((r) => columns.map((c) => cell(c.value(r))))]
  return '\uFEFF' + lines.map((l) => l.join(',')).join('\r\n') + '\r\n'
}

export const saveCSV = <T,>(name: string, columns: Column<T>[], rows: readonly T[]) => save(`${name}.csv`, csvOf(columns, rows), 'text/csv')
