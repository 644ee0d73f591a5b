import { choice, flag, text, whole } from '../../address/codec'

/** What the address says of the matrix; the zoom is the size of a cell, 0 as it fits. `row` and `column` are the keys of the cell chosen. */
export const fields = {
  rows: choice('ORGAN', 'DEPARTMENT', 'DUTY', 'LEADER'),
  columns: choice('DEPARTMENT', 'ORGAN', 'DUTY', 'LEADER'),
  order: choice('cluster', 'name', 'township'),
  inRows: text(), inColumns: text(), overlapping: flag(),
  zoom: whole(0), row: text(), column: text(),
}
