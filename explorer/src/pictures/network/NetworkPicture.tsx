import { type KeyboardEvent, memo, type Ref, useMemo, useRef, useState } from 'react'
import { curves } from './curve'
import { idOf, type Thing, type Tie } from './graph'
import type { Layout } from './layered'
import { type Arrow, ledTo } from './arrow'
import { NodeDrawing } from './NodeDrawing'
import { classOf } from './shapes'
import './network.css'

type Props = {
  label: string
  layout: Layout
  things: Thing[]
  ties: Tie[]
  selected: string
  onSelect: (key: string) => void
  /** Things of a way that is shown, in its order. */
  path: string[]
  /** How many more are around a thing than are drawn. */
  rest: ReadonlyMap<string, number>
  said: { thing: (t: Thing) => string; tie: (t: Tie) => string; band: (b: Layout['bands'][number]) => string; block: (key: string) => string }
  scale?: number
  ref?: Ref<SVGSVGElement>
}

/**
 * Things and what joins them, in any layout. One stop for the Tab key: arrows lead to the next thing on that side, Enter
 * selects and dims what has nothing to do with it, Escape leaves. A way is numbered, so that it needs no colour.
 */
export function NetworkPicture({ label, layout, things, ties, selected, onSelect, path, rest, said, scale = 1, ref }: Props) {
  const names = useMemo(() => new Map(things.map((t) => [t.key, t])), [things])
  const ways = useMemo(() => curves(layout, ties), [layout, ties])
  // Texts are made once for what is drawn, not each time that the pointer moves.
  const thingsSaid = useMemo(() => new Map(things.map((t) => [t.key, said.thing(t)])), [things, said])
  const tiesSaid = useMemo(() => new Map(ties.map((t) => [idOf(t), said.tie(t)])), [ties, said])
  const [hovered, hover] = useState('')
  const steps = useMemo(() => new Map(path.map((key, i) => [key, i + 1])), [path])
  const lit = useMemo(() => litBy(selected, path, ties), [selected, path, ties])
  const { stop, onKeyDown, group } = useArrows(layout, selected, onSelect)
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)]
  const stateOf = (t: Tie) => {
    const [a, b] = [steps.get(t.from), steps.get(t.to)]
    if (a && b && Math.abs(a - b) === 1) return 'way'
    if (t.from === selected || t.to === selected || t.from === hovered || t.to === hovered) return 'lit'
    return lit ? 'dim' : ''
  }
  const drawn = useMemo(() => [...layout.spots].sort((a, b) => Number(a.key === selected) - Number(b.key === selected)), [layout, selected])
  return (
    <svg ref={ref} className="network" viewBox={`0 0 ${width} ${height}`} width={Math.round(width * scale)} height={Math.round(height * scale)} role="group" aria-label={label} onKeyDown={onKeyDown} onMouseLeave={() => hover('')}>
      {layout.frames.map((f) => (
        <rect key={`${f.block} ${f.x} ${f.y}`} className="frame" x={f.x} y={f.y} width={f.width} height={f.height} rx={6} />
      ))}
      {ties.map((t) => <Way key={idOf(t)} d={ways.get(idOf(t))} className={`${classOf(t.relation, t.role)} ${stateOf(t)}`} said={tiesSaid.get(idOf(t))!} />)}
      {layout.bands.map((b) => <Title key={b.kind} className="band" x={10} y={b.y + 13} text={said.band(b)} />)}
      {layout.frames.map((f) => <Title key={`${f.block} ${f.x} ${f.y}`} className="block" x={f.x + 6} y={f.y + 15} text={fitting(said.block(f.block), f.width - 8)} />)}
      <g ref={group}>
        {drawn.map((s) => {
          const t = names.get(s.key)
          return t && (
            <NodeDrawing
              key={s.key} spot={s} organKind={t.organKind ?? ''} said={thingsSaid.get(s.key)!} stop={stop === s.key} selected={selected === s.key} dim={!!lit && !lit.has(s.key)}
              step={steps.get(s.key) ?? 0} rest={rest.get(s.key) ?? 0} onSelect={onSelect} onHover={hover}
            />
          )
        })}
      </g>
    </svg>
  )
}

const Way = memo(function Way({ d, className, said }: { d: string | undefined; className: string; said: string }) {
  return d ? <path className={className} d={d}><title>{said}</title></path> : null
})

/** A text over lines: the first, in the colour of the ground, keeps them off it. */
const Title = ({ className, x, y, text }: { className: string; x: number; y: number; text: string }) => (
  <>
    <text className={`${className} halo`} x={x} y={y} aria-hidden="true">{text}</text>
    <text className={className} x={x} y={y}>{text}</text>
  </>
)

/** What stays bright: the selected thing with what it is joined to, else the way; all, if there is neither. */
function litBy(selected: string, path: string[], ties: Tie[]): Set<string> | undefined {
  if (selected) return new Set([selected, ...path, ...ties.filter((t) => t.from === selected || t.to === selected).flatMap((t) => [t.from, t.to])])
  return path.length ? new Set(path) : undefined
}

/** As much of a name as fits above a frame. */
const fitting = (name: string, width: number) => ([...name].length * 13 <= width ? name : [...name].slice(0, Math.max(1, Math.floor(width / 13))).join(''))

function useArrows(layout: Layout, selected: string, onSelect: (key: string) => void) {
  const [at, setAt] = useState('')
  const group = useRef<SVGGElement>(null)
  const has = (key: string) => layout.spots.some((s) => s.key === key)
  const stop = has(at) ? at : has(selected) ? selected : layout.spots[0]?.key
  const onKeyDown = (e: KeyboardEvent) => {
    const key = (e.target as Element).closest('[data-key]')?.getAttribute('data-key')
    if (!key) return
    if (e.key.startsWith('Arrow')) {
      const next = ledTo(layout.spots, key, e.key as Arrow)
      if (next) (setAt(next), group.current?.querySelector<SVGPathElement>(`[data-key=${CSS.escape(next)}]`)?.focus())
    } else if (e.key === 'Enter' || e.key === ' ') (setAt(key), onSelect(key === selected ? '' : key))
    else if (e.key === 'Escape' && selected) onSelect('')
    else return
    e.preventDefault()
  }
  return { stop, onKeyDown, group }
}
