package countytest

import (
	"fmt"

	"pgregory.net/rapid"
)

// Dice is where random choices come from: a *rand.Rand of math/rand/v2 for soaks, or [Rapid] for properties.
type Dice interface {
	// IntN is a number from 0 below n.
	IntN(n int) int
}

// Rapid rolls with a rapid test, which shrinks what fails.
func Rapid(t *rapid.T) Dice { return rapidDice{t} }

type rapidDice struct{ t *rapid.T }

func (d rapidDice) IntN(n int) int { return rapid.IntRange(0, n-1).Draw(d.t, "roll") }

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
