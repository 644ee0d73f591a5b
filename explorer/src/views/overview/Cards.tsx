import { number } from '../../i18n/numbers'

type Card = [title: string, value: number, beside?: string]

/** A few figures, large. */
export const Cards = ({ of }: { of: Card[] }) => (
  <dl className="cards">
    {of.map(([title, value, beside]) => (
      <div className="card" key={title}>
        <dt>{title}</dt>
        <dd>{number(value)}{beside && <span className="beside">{beside}</span>}</dd>
      </div>
    ))}
  </dl>
)
