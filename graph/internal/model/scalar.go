package model

import (
	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/internal/gov"
)

// MarshalString writes text; an empty one is null, since absent and empty are the same everywhere.
func MarshalString(s string) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return graphql.MarshalString(s)
}

// UnmarshalString reads text.
func UnmarshalString(v any) (string, error) { return graphql.UnmarshalString(v) }

// MarshalFigure writes a whole number as a Float, which is exact up to 2⁵³.
func MarshalFigure(v int64) graphql.Marshaler { return graphql.MarshalFloat(float64(v)) }

// UnmarshalFigure reads a whole number.
func UnmarshalFigure(v any) (int64, error) { return graphql.UnmarshalInt64(v) }

// MarshalMicro writes an exact amount in units.
func MarshalMicro(v gov.Micro) graphql.Marshaler { return graphql.MarshalFloat(v.Float()) }

// UnmarshalMicro reads an amount in units, rounded to millionths.
func UnmarshalMicro(v any) (gov.Micro, error) {
	f, err := graphql.UnmarshalFloat(v)
	if f < 0 {
		return gov.Micro(f*float64(gov.One) - 0.5), err
	}
	return gov.Micro(f*float64(gov.One) + 0.5), err
}
