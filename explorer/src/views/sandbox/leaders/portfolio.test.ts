import { expect, test } from 'vitest'
import { handOver, leadersOf } from './portfolio'

const lead = (organ: string) => ({ role: 'LEAD', organ: { key: organ } })
const leaders = [
  { key: 'a', charges: [lead('x'), lead('y')] },
  { key: 'b', charges: [lead('x'), { role: 'LIAISON', organ: { key: 'z' } }] },
  { key: 'c', charges: [] },
]

test('who only keeps in touch is not in charge', () => expect(leadersOf('z', leaders)).toEqual([]))

test('one leader takes an organ over from all others', () => {
  expect(handOver('x', 'c', leaders)).toEqual([{ unassignLeader: { leader: 'a', organ: 'x' } }, { unassignLeader: { leader: 'b', organ: 'x' } }, { assignLeader: { leader: 'c', organ: 'x' } }])
  expect(handOver('x', 'a', leaders)).toEqual([{ unassignLeader: { leader: 'b', organ: 'x' } }])
  expect(handOver('y', undefined, leaders)).toEqual([{ unassignLeader: { leader: 'a', organ: 'y' } }])
  expect(handOver('y', 'a', leaders)).toEqual([])
})
