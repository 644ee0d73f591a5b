package countytest

import (
	"fmt"
	"math"
	"math/bits"

	"pgregory.net/rapid"
)

// Dice is where random choices come from: a *rand.Rand of math/rand/v2 for soaks, or [Rapid] for properties.
type Dice interface {
	// IntN is a number from 0 below n.
	IntN(n int) int
}

// Rapid rolls with a rapid test, which shrinks what fails. One draw serves about twenty rolls, since a draw is what
// takes the time; a draw of 0 still rolls nothing but zeros, so that rapid shrinks towards the smallest county.
func Rapid(t *rapid.T) Dice { return &rapidDice{t: t} }

type rapidDice struct {
	t    *rapid.T
	pool uint64 // what is left of the last draw, as a fraction of 2⁶⁴
	left uint64 // how many values it can still tell apart
}

func (d *rapidDice) IntN(n int) int {
	if d.left < uint64(n)<<10 {
		const spread = 0x9e3779b97f4a7c15 // odd, so that it loses nothing; rapid prefers small numbers
		d.pool, d.left = rapid.Uint64().Draw(d.t, "roll")*spread, math.MaxUint64
	}
	roll, rest := bits.Mul64(d.pool, uint64(n))
	d.pool, d.left = rest, d.left/uint64(n)
	return int(roll)
}

// pick is one of the values.
func pick[T any](d Dice, values ...T) T { return values[d.IntN(len(values))] }

// some are up to most of the values, in their order.
func some[T any](d Dice, most int, values []T) []T {
	var out []T
	for i, v := range values {
		if left := len(values) - i; d.IntN(left) < most-len(out) && d.IntN(2) == 0 {
			out = append(out, v)
		}
	}
	return out
}

// chance is true once in n rolls.
func chance(d Dice, n int) bool { return d.IntN(n) == 0 }

// numbered is a stem with a number: 办公室3.
func numbered(stem string, n int) string { return fmt.Sprintf("%s%d", stem, n) }
