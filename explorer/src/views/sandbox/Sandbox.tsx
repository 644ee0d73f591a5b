import { lazy } from 'react'
import { useValues } from '../../address/address'
import { NeedsCounty } from '../things/NeedsCounty'
import { fields } from './fields'
import { Scenarios } from './scenarios/Scenarios'
import './sandbox.css'

const PlanPage = lazy(() => import('./plan/PlanPage').then((m) => ({ default: m.PlanPage })))
const Compare = lazy(() => import('./compare/Compare').then((m) => ({ default: m.Compare })))

/** Plans: the list, one of them, or several side by side. */
export default function Sandbox() {
  const [{ plan, with: many }] = useValues(fields)
  return <NeedsCounty>{plan ? <PlanPage key={plan} id={plan} /> : many.length ? <Compare ids={many} /> : <Scenarios />}</NeedsCounty>
}
