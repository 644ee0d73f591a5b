package reform

import (
	"iter"
	"math/bits"
)

// mask is a set of small numbers: organs of a problem, or atoms of a core.
type mask uint64

func bit(i int) mask { return 1 << i }

func (m mask) has(i int) bool { return m>>i&1 == 1 }
func (m mask) count() int     { return bits.OnesCount64(uint64(m)) }
func (m mask) first() int     { return bits.TrailingZeros64(uint64(m)) }

// each are the numbers in order.
func (m mask) each() iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; m != 0; m &= m - 1 {
			if !yield(m.first()) {
				return
			}
		}
	}
}
