type Count = { value: string; label: string; count: number }

/** A group of ticks with how often each occurs. Those ticked stay in sight although nothing is left of them. */
export function Facet({ title, counts, chosen, onChange, most = 20 }: { title: string; counts: Count[]; chosen: string[]; onChange: (v: string[]) => void; most?: number }) {
  const shown = [...counts.slice(0, most), ...counts.slice(most).filter((c) => chosen.includes(c.value))]
  const gone = chosen.filter((v) => !counts.some((c) => c.value === v)).map((value) => ({ value, label: value, count: 0 }))
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value])
  if (!shown.length && !gone.length) return null
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {[...shown, ...gone].map((c) => (
        <label key={c.value}>
          <input type="checkbox" checked={chosen.includes(c.value)} onChange={() => toggle(c.value)} />
          <span>{c.label}</span>
          <span className="count">{c.count}</span>
        </label>
      ))}
    </fieldset>
  )
}
