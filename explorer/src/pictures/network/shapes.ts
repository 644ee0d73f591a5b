import type { Kind, Relation } from './graph'

/** The outline of a kind's box around a middle: each kind has a form of its own, for who can't tell colours apart. */
export function outline(kind: Kind, width: number, height: number): string {
  const [w, h] = [width / 2, height / 2]
  const c = Math.min(9, w / 2, h / 2)
  switch (kind) {
    case 'DEPARTMENT':
      return rounded(w, h, Math.min(w, h, 12))
    case 'ORGAN':
      return rounded(w, h, 2)
    case 'LEADER': // corners cut
      return `M${-w + c} ${-h}H${w - c}L${w} ${-h + c}V${h - c}L${w - c} ${h}H${-w + c}L${-w} ${h - c}V${-h + c}z`
    case 'DUTY': // a sheet with a folded corner
      return `M${-w} ${-h}H${w - c}L${w} ${-h + c}V${h}H${-w}z`
    case 'TOWNSHIP': // a house
      return `M${-w} ${-h + c}L0 ${-h - 2}L${w} ${-h + c}V${h}H${-w}z`
    case 'SECTION': // a tab
      return `M${-w} ${h}V${-h + c}Q${-w} ${-h} ${-w + c} ${-h}H${w - c}Q${w} ${-h} ${w} ${-h + c}V${h}z`
  }
}

const rounded = (w: number, h: number, r: number) =>
  `M${-w + r} ${-h}H${w - r}Q${w} ${-h} ${w} ${-h + r}V${h - r}Q${w} ${h} ${w - r} ${h}H${-w + r}Q${-w} ${h} ${-w} ${h - r}V${-h + r}Q${-w} ${-h} ${-w + r} ${-h}z`

const second = new Set(['ASSIST', 'LIAISON', 'OVERALL', 'SUPPORT', 'WINDOW', 'ENFORCEMENT_LIAISON', 'COORDINATION'])

/** The class of a tie: its relation tells colour and dashes, and what is not the main role is thinner. */
export const classOf = (relation: Relation, role: string) => (second.has(role) ? `tie ${relation} second` : `tie ${relation}`)
