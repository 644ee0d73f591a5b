package model

import (
	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/internal/gov"
)

// The pairs below write a code that may be empty: an empty one is null. Values were checked against the schema before
// they are read.

func marshalCode[C ~string](c C) graphql.Marshaler { return MarshalString(string(c)) }

func unmarshalCode[C ~string](v any) (C, error) {
	s, err := UnmarshalString(v)
	return C(s), err
}

// MarshalBasis writes the code, null if empty.
func MarshalBasis(c gov.Basis) graphql.Marshaler { return marshalCode(c) }

// UnmarshalBasis reads the code.
func UnmarshalBasis(v any) (gov.Basis, error) { return unmarshalCode[gov.Basis](v) }

// MarshalBranch writes the code, null if empty.
func MarshalBranch(c gov.Branch) graphql.Marshaler { return marshalCode(c) }

// UnmarshalBranch reads the code.
func UnmarshalBranch(v any) (gov.Branch, error) { return unmarshalCode[gov.Branch](v) }

// MarshalCountyKind writes the code, null if empty.
func MarshalCountyKind(c gov.CountyKind) graphql.Marshaler { return marshalCode(c) }

// UnmarshalCountyKind reads the code.
func UnmarshalCountyKind(v any) (gov.CountyKind, error) { return unmarshalCode[gov.CountyKind](v) }

// MarshalDepartmentKind writes the code, null if empty.
func MarshalDepartmentKind(c gov.DepartmentKind) graphql.Marshaler { return marshalCode(c) }

// UnmarshalDepartmentKind reads the code.
func UnmarshalDepartmentKind(v any) (gov.DepartmentKind, error) {
	return unmarshalCode[gov.DepartmentKind](v)
}

// MarshalDutyNature writes the code, null if empty.
func MarshalDutyNature(c gov.DutyNature) graphql.Marshaler { return marshalCode(c) }

// UnmarshalDutyNature reads the code.
func UnmarshalDutyNature(v any) (gov.DutyNature, error) { return unmarshalCode[gov.DutyNature](v) }

// MarshalHandledAt writes the code, null if empty.
func MarshalHandledAt(c gov.HandledAt) graphql.Marshaler { return marshalCode(c) }

// UnmarshalHandledAt reads the code.
func UnmarshalHandledAt(v any) (gov.HandledAt, error) { return unmarshalCode[gov.HandledAt](v) }

// MarshalIndicatorMetric writes the code, null if empty.
func MarshalIndicatorMetric(c gov.IndicatorMetric) graphql.Marshaler { return marshalCode(c) }

// UnmarshalIndicatorMetric reads the code.
func UnmarshalIndicatorMetric(v any) (gov.IndicatorMetric, error) {
	return unmarshalCode[gov.IndicatorMetric](v)
}

// MarshalLevel writes the code, null if empty.
func MarshalLevel(c gov.Level) graphql.Marshaler { return marshalCode(c) }

// UnmarshalLevel reads the code.
func UnmarshalLevel(v any) (gov.Level, error) { return unmarshalCode[gov.Level](v) }

// MarshalManagement writes the code, null if empty.
func MarshalManagement(c gov.Management) graphql.Marshaler { return marshalCode(c) }

// UnmarshalManagement reads the code.
func UnmarshalManagement(v any) (gov.Management, error) { return unmarshalCode[gov.Management](v) }

// MarshalOverlapKind writes the code, null if empty.
func MarshalOverlapKind(c gov.OverlapKind) graphql.Marshaler { return marshalCode(c) }

// UnmarshalOverlapKind reads the code.
func UnmarshalOverlapKind(v any) (gov.OverlapKind, error) { return unmarshalCode[gov.OverlapKind](v) }

// MarshalPlateKind writes the code, null if empty.
func MarshalPlateKind(c gov.PlateKind) graphql.Marshaler { return marshalCode(c) }

// UnmarshalPlateKind reads the code.
func UnmarshalPlateKind(v any) (gov.PlateKind, error) { return unmarshalCode[gov.PlateKind](v) }

// MarshalSize writes the code, null if empty.
func MarshalSize(c gov.Size) graphql.Marshaler { return marshalCode(c) }

// UnmarshalSize reads the code.
func UnmarshalSize(v any) (gov.Size, error) { return unmarshalCode[gov.Size](v) }

// MarshalTownshipKind writes the code, null if empty.
func MarshalTownshipKind(c gov.TownshipKind) graphql.Marshaler { return marshalCode(c) }

// UnmarshalTownshipKind reads the code.
func UnmarshalTownshipKind(v any) (gov.TownshipKind, error) {
	return unmarshalCode[gov.TownshipKind](v)
}

// MarshalVia writes the code, null if empty.
func MarshalVia(c gov.Via) graphql.Marshaler { return marshalCode(c) }

// UnmarshalVia reads the code.
func UnmarshalVia(v any) (gov.Via, error) { return unmarshalCode[gov.Via](v) }

// MarshalPostType writes the code, null if empty.
func MarshalPostType(c gov.PostType) graphql.Marshaler { return marshalCode(c) }

// UnmarshalPostType reads the code.
func UnmarshalPostType(v any) (gov.PostType, error) { return unmarshalCode[gov.PostType](v) }
