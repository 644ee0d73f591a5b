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
func UnmarshalString(v any) (string, error) { return invalid(graphql.UnmarshalString(v)) }

// MarshalFigure writes a whole number as a Float, which is exact up to 2⁵³.
func MarshalFigure(v int64) graphql.Marshaler { return graphql.MarshalFloat(float64(v)) }

// UnmarshalFigure reads a whole number.
func UnmarshalFigure(v any) (int64, error) { return invalid(graphql.UnmarshalInt64(v)) }

// MarshalMicro writes an exact amount in units.
func MarshalMicro(v gov.Micro) graphql.Marshaler { return graphql.MarshalFloat(v.Float()) }

// UnmarshalMicro reads an amount in units, rounded to millionths.
func UnmarshalMicro(v any) (gov.Micro, error) {
	f, err := invalid(graphql.UnmarshalFloat(v))
	if f < 0 {
		return gov.Micro(f*float64(gov.One) - 0.5), err
	}
	return gov.Micro(f*float64(gov.One) + 0.5), err
}

// invalid makes gqlgen's complaint about a value INVALID.
func invalid[T any](v T, err error) (T, error) {
	if err == nil {
		return v, nil
	}
	return v, gov.Errorf(gov.CodeInvalid, "参数值有误：%v", "a value is malformed: %v", err)
}

// MarshalDate writes a day; an unknown one is null.
func MarshalDate(d gov.Date) graphql.Marshaler { return MarshalString(string(d)) }

// UnmarshalDate reads a day, 2006-01-02.
func UnmarshalDate(v any) (gov.Date, error) {
	s, err := UnmarshalString(v)
	if err != nil {
		return "", err
	}
	if bad := gov.Date(s).Check(); bad != nil {
		return "", bad
	}
	return gov.Date(s), nil
}
