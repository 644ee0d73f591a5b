import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choice, flag, list, readAll, text, whole, writeSome } from './codec'

const fields = { q: text(), kinds: list(), tab: choice('list', 'picture'), at: whole(0), open: flag() }

test('what is written is read again', () => {
  const values = fc.record({
    q: fc.string(), kinds: fc.array(fc.string({ minLength: 1 })), tab: fc.constantFrom('list' as const, 'picture' as const),
    at: fc.integer({ min: -1e8, max: 1e8 }), open: fc.boolean(),
  })
  fc.assert(fc.property(values, (v) => {
    const query = writeSome(fields, new URLSearchParams('county=410185'), v)
    const again = new URLSearchParams(query.toString())
    expect(readAll(fields, again)).toEqual(v)
    expect(again.get('county')).toBe('410185')
  }))
})

test('any address is read', () => {
  fc.assert(fc.property(fc.string(), (s) => void readAll(fields, new URLSearchParams(s))))
})

test('defaults stay out of the address', () => {
  expect(writeSome(fields, new URLSearchParams(), { q: '', kinds: [], tab: 'list', at: 0, open: false }).toString()).toBe('')
})
