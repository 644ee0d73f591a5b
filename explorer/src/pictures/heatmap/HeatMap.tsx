import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { drawGrid } from './draw'
import { drawingOf } from './file'
import type { Grid, Spot } from './grid'
import { walk } from './keys'
import { extent, fitting, type Geometry, revealing, type Sight, spotAt, zoomed } from './layout'
import { roomForNames } from './names'
import { canvasPen } from './pen'
import { useLooks, useRoom } from './sight'
import './heatmap.css'

type Props = {
  label: string
  grid: Grid
  /** The size of a cell; 0 as it fits. */
  zoom: number
  onZoom: (size: number) => void
  chosen: Spot | null
  onChoose: (spot: Spot | null) => void
  /** A place in words, an empty one too. */
  say: (spot: Spot) => string
  hint: string
}

/**
 * Rows by columns as coloured cells. Only what is in sight is drawn, on one canvas, so that hundreds of rows and columns scroll
 * smoothly. For a screen reader it is a grid of which the row stood on is really there; a canvas says nothing.
 */
export function HeatMap({ label, grid, zoom, onZoom, chosen, onChoose, say, hint }: Props) {
  const id = useId()
  const pane = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const room = useRoom(pane)
  const looks = useLooks(pane)
  const [stood, setStood] = useState<{ row: string; column: string }>()
  const [within, setWithin] = useState(false)
  const [hover, setHover] = useState<Spot | null>(null)
  const g = useMemo(() => geometryOf(grid, room, zoom), [grid, room, zoom])
  const focus = useMemo(() => placeOf(grid, stood) ?? chosen ?? { row: grid.cells[0]?.row ?? 0, column: grid.cells[0]?.column ?? 0 }, [grid, stood, chosen])

  const paint = useCallback(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !looks || !pane.current) return
    const s = sightOf(pane.current)
    fit(canvas.current!, s)
    drawGrid(canvasPen(context, looks.family), grid, g, s, looks, { hover, focus: within ? focus : null, chosen })
  }, [grid, g, looks, hover, within, focus, chosen])
  useLayoutEffect(paint, [paint])
  const painting = useOncePerFrame(paint)
  useSteadyMiddle(pane, g)
  const print = useRef<HTMLDivElement>(null)
  usePrinted(print, grid)

  const reveal = useCallback((spot: Spot) => pane.current?.scrollTo(revealing(g, sightOf(pane.current), spot)), [g])
  const chosenKey = chosen && `${grid.rows[chosen.row]?.key} ${grid.columns[chosen.column]?.key}`
  useEffect(() => {
    if (chosen && room.width) reveal(chosen)
  }, [chosenKey, room.width > 0]) // eslint-disable-line react-hooks/exhaustive-deps

  const goTo = (spot: Spot) => {
    setStood({ row: grid.rows[spot.row]!.key, column: grid.columns[spot.column]!.key })
    setHover(null)
    reveal(spot)
  }
  const zoomBy = (by: 1 | -1) => onZoom(zoomed(zoom || Math.min(g.width, g.height), by))
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.altKey || !grid.cells.length) return
    const page = Math.max(1, Math.floor((pane.current!.clientHeight - g.head) / g.height) - 1)
    const next = walk(grid, focus, e.key, e.ctrlKey || e.metaKey, page)
    const acts: Record<string, () => void> = {
      Enter: () => onChoose(grid.at(focus.row, focus.column) ? focus : null), ' ': () => onChoose(grid.at(focus.row, focus.column) ? focus : null),
      Escape: () => onChoose(null), '+': () => zoomBy(1), '=': () => zoomBy(1), '-': () => zoomBy(-1), '0': () => onZoom(0),
    }
    const act = next ? () => goTo(next) : e.ctrlKey || e.metaKey ? undefined : acts[e.key]
    if (!act) return
    e.preventDefault()
    act()
  }
  const under = (e: PointerEvent | React.MouseEvent) => {
    const box = pane.current!.getBoundingClientRect()
    return spotAt(g, sightOf(pane.current!), e.clientX - box.left - 1, e.clientY - box.top - 1)
  }
  const onPointerMove = (e: PointerEvent) => {
    const spot = under(e)
    if (spot?.row !== hover?.row || spot?.column !== hover?.column) setHover(spot)
  }
  const onClick = (e: React.MouseEvent) => {
    const spot = under(e)
    if (!spot || spot.row < 0 || spot.column < 0) return
    setStood({ row: grid.rows[spot.row]!.key, column: grid.columns[spot.column]!.key })
    onChoose(grid.at(spot.row, spot.column) ? spot : null)
  }
  const read = hover ?? (within ? focus : chosen)
  const active = `${id}${focus.row}-${focus.column}`
  return (
    <>
      <p className="heat-read no-print" aria-hidden="true">{read ? say(read) : <span className="quiet">{hint}</span>}</p>
      <div
        ref={pane} className={hover && grid.at(hover.row, hover.column) ? 'heat over' : 'heat'} style={{ maxHeight: room.height || undefined }} role="grid" aria-label={label} aria-description={hint} tabIndex={0}
        aria-rowcount={grid.rows.length + 1} aria-colcount={grid.columns.length + 1} aria-activedescendant={active}
        onKeyDown={onKeyDown} onFocus={() => setWithin(true)} onBlur={() => setWithin(false)} onScroll={painting}
        onPointerMove={onPointerMove} onPointerLeave={() => setHover(null)} onClick={onClick}
      >
        <div className="heat-space" style={extent(g)}><canvas ref={canvas} aria-hidden="true" /></div>
        <div className="heat-words">
          <div role="row" aria-rowindex={1}><div role="columnheader" aria-colindex={focus.column + 2}>{grid.columns[focus.column]?.name}</div></div>
          <div role="row" aria-rowindex={focus.row + 2}>
            <div role="rowheader" aria-colindex={1}>{grid.rows[focus.row]?.name}</div>
            <div role="gridcell" key={active} id={active} aria-colindex={focus.column + 2} aria-selected={chosen?.row === focus.row && chosen.column === focus.column}>{say(focus)}</div>
          </div>
        </div>
      </div>
      <div ref={print} className="heat-printed" aria-hidden="true" />
    </>
  )
}

function geometryOf(grid: Grid, room: { width: number; height: number }, zoom: number): Geometry {
  const names = roomForNames(grid, room)
  const size = zoom ? { width: zoom, height: zoom } : fitting(grid.rows.length, grid.columns.length, room.width - names.side)
  return { rows: grid.rows.length, columns: grid.columns.length, ...size, ...names }
}

const placeOf = (grid: Grid, keys: { row: string; column: string } | undefined): Spot | null => {
  const [row, column] = keys ? [grid.rows.findIndex((r) => r.key === keys.row), grid.columns.findIndex((c) => c.key === keys.column)] : [-1, -1]
  return row < 0 || column < 0 ? null : { row, column }
}

const sightOf = (pane: HTMLElement): Sight => ({ left: pane.scrollLeft, top: pane.scrollTop, width: pane.clientWidth, height: pane.clientHeight })

/** Gives the canvas the window's size, as fine as the screen. */
function fit(canvas: HTMLCanvasElement, { width, height }: Sight) {
  const fine = devicePixelRatio || 1
  const [w, h] = [Math.round(width * fine), Math.round(height * fine)]
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w
    canvas.height = h
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  canvas.getContext('2d')!.setTransform(fine, 0, 0, fine, 0, 0)
}

/** On paper there is the whole of it, drawn only then. */
function usePrinted(place: React.RefObject<HTMLDivElement | null>, grid: Grid) {
  useEffect(() => {
    const draw = () => (place.current!.innerHTML = drawingOf(grid))
    const clear = () => place.current?.replaceChildren()
    addEventListener('beforeprint', draw)
    addEventListener('afterprint', clear)
    return () => {
      removeEventListener('beforeprint', draw)
      removeEventListener('afterprint', clear)
    }
  }, [place, grid])
}

/** Many calls in one frame do it once. */
function useOncePerFrame(act: () => void) {
  const latest = useRef(act)
  latest.current = act
  const waiting = useRef(0)
  useEffect(() => () => cancelAnimationFrame(waiting.current), [])
  return useCallback(() => {
    waiting.current ||= requestAnimationFrame(() => {
      waiting.current = 0
      latest.current()
    })
  }, [])
}

/** What was in the middle stays there while cells grow or shrink. */
function useSteadyMiddle(pane: React.RefObject<HTMLElement | null>, g: Geometry) {
  const before = useRef(g)
  useLayoutEffect(() => {
    const [old, element] = [before.current, pane.current]
    before.current = g
    if (!element || old.rows !== g.rows || old.columns !== g.columns || (old.width === g.width && old.height === g.height)) return
    const [halfWidth, halfHeight] = [(element.clientWidth - g.side) / 2, (element.clientHeight - g.head) / 2]
    element.scrollTo(((element.scrollLeft + halfWidth) * g.width) / old.width - halfWidth, ((element.scrollTop + halfHeight) * g.height) / old.height - halfHeight)
  }, [pane, g])
}
