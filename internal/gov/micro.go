package gov

import "strconv"

// Micro is an exact amount in millionths of a unit; costs and excesses are Micros, so that sums add up to the last digit.
type Micro int64

// One is one unit: one excess counterpart interface.
const One Micro = 1_000_000

// Float is the amount in units, for the edge of the program only.
func (m Micro) Float() float64 { return float64(m) / float64(One) }

// Times is m × n in millionths, rounded half up once. Both must be at least 0.
func (m Micro) Times(n Micro) Micro { return (m*n + One/2) / One }

// String is the amount in units without trailing zeros: 0.5, 3.
func (m Micro) String() string { return strconv.FormatFloat(m.Float(), 'f', -1, 64) }
