import { useShared } from '../../address/address'
import { NeedsCounty } from '../things/NeedsCounty'
import { Counties } from './Counties'
import { CountyOverview } from './CountyOverview'
import './overview.css'

/** All counties; with one in the address, that county. */
export default function Overview() {
  const [{ county }] = useShared()
  return county ? <NeedsCounty><CountyOverview /></NeedsCounty> : <Counties />
}
