import { useMemo } from 'react'
import { useValues } from '../../address/address'
import { type Asked, useAsk, useWorld } from '../../api/hooks'
import { useCounty } from '../../app/county'
import { Panel } from '../../design/Panel'
import { Answer, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { HeatMap } from '../../pictures/heatmap/HeatMap'
import { Legend } from '../../pictures/heatmap/Legend'
import { NeedsCounty } from '../things/NeedsCounty'
import '../things/things.css'
import { arrange } from './arrange'
import { CellPanel } from './CellPanel'
import { Controls } from './Controls'
import { useExports } from './exports'
import { fields } from './fields'
import './matrix.css'
import { gridFor, signsOf, spotOf, useWords } from './picture'
import { type Axis, Crossing, type Matrix as Whole } from './question'
import { Relations, useColumns, useRelations } from './Relations'
import { Zoom } from './Zoom'

/** Who meets whom: two kinds of things crossed, over the county or one township. */
export default function Matrix() {
  return <NeedsCounty><Crossed /></NeedsCounty>
}

function Crossed() {
  const [{ rows, columns, township }] = useValues(fields)
  // An address may name one axis twice; the other is then the first that differs.
  const across: Axis = rows !== columns ? columns : rows === 'ORGAN' ? 'DEPARTMENT' : 'ORGAN'
  const result = useAsk(Crossing, { ...useWorld(), rows, columns: across, scope: township ? { townships: [township] } : null })
  return (
    <div className="stack">
      <Controls rows={rows} columns={across} />
      <Answer of={result}>{({ county }) => county && <Shown of={county.matrix} rows={rows} columns={across} asked={result.asked} />}</Answer>
    </div>
  )
}

function Shown({ of, rows, columns, asked }: { of: Whole; rows: Axis; columns: Axis; asked: Asked }) {
  const { t } = useTranslation()
  const [{ order, inRows, inColumns, overlapping, township, zoom, row, column }, change] = useValues(fields)
  const county = useCounty().data?.county
  const townships = useMemo(() => county?.townships.nodes.map((n) => n.key) ?? [], [county])
  const words = useWords(rows, columns, !!township)
  const arranged = useMemo(() => arrange(of, { order, inRows, inColumns, onlyOverlapping: overlapping, townships }), [of, order, inRows, inColumns, overlapping, townships])
  const grid = useMemo(() => gridFor(arranged, order, words, !!township), [arranged, order, words, township])
  const signs = useMemo(() => signsOf(of.cells, words), [of, words])
  const relations = useRelations(arranged, words)
  const tableColumns = useColumns(rows, columns, !!township)
  const chosen = useMemo(() => spotOf(grid, row, column), [grid, row, column])
  const place = county?.townships.nodes.find((n) => n.key === township)?.name ?? t('matrix.ofCounty')
  const title = t('matrix.cross', { rows: t(`kind.${rows}`), columns: t(`kind.${columns}`) })
  const exports = useExports({ title: `${county?.name ?? ''} ${place} ${title}`.trim(), grid, signs, relations, columns: tableColumns })
  const clear = () => change({ inRows: '', inColumns: '', overlapping: false })
  const open = !!row && !!column
  return (
    <div className={open ? 'matrix open' : 'matrix'}>
      <Panel
        title={<>{title} <span className="quiet small">{place} · {t('matrix.size', { rows: grid.rows.length, columns: grid.columns.length, n: arranged.cells.length, overlapping: arranged.cells.filter((c) => c.of.overlaps).length })}</span></>}
        asked={asked} exports={exports} tools={<Zoom of={zoom} onChange={(zoom) => change({ zoom }, true)} />}
      >
        {grid.cells.length ? (
          <>
            <Legend signs={signs} />
            <HeatMap
              label={`${title} ${place}`} grid={grid} zoom={zoom} onZoom={(zoom) => change({ zoom }, true)} chosen={chosen} say={(spot) => words.say(grid, spot)} hint={t('matrix.hint')}
              onChoose={(spot) => change({ row: spot ? grid.rows[spot.row]!.key : '', column: spot ? grid.columns[spot.column]!.key : '' })}
            />
            {(of.emptyRows > 0 || of.emptyColumns > 0) && <p className="quiet small matrix-empty">{t('matrix.empty', { rows: of.emptyRows, columns: of.emptyColumns })}</p>}
          </>
        ) : of.cells.length ? (
          <Notice title={t('matrix.noneLeft')}><button type="button" className="button" onClick={clear}>{t('matrix.clear')}</button></Notice>
        ) : <Notice title={t('matrix.none')} hint={t('matrix.noneHint')} />}
      </Panel>
      {open && <CellPanel row={row} column={column} onClose={() => change({ row: '', column: '' })} />}
      {relations.length > 0 && <Relations rows={relations} columns={tableColumns} chosen={`${row} ${column}`} onChoose={(r) => change({ row: r.row, column: r.column })} />}
    </div>
  )
}
