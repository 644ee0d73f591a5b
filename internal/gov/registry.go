package gov

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode"
)

// NewNode makes an empty node of a kind, or nil for an unknown kind.
func NewNode(kind NodeKind) Node {
	switch kind {
	case NodeCounty:
		return new(County)
	case NodeTownship:
		return new(Township)
	case NodeOrgan:
		return new(Organ)
	case NodeDepartment:
		return new(Department)
	case NodeSection:
		return new(Section)
	case NodeLeader:
		return new(Leader)
	case NodeDuty:
		return new(Duty)
	case NodeMeasure:
		return new(Measure)
	case NodeIndicator:
		return new(Indicator)
	case NodeSource:
		return new(Source)
	case NodeFormer:
		return new(Former)
	}
	return nil
}

// NewEdge makes an empty edge of a kind, or nil for an unknown kind.
func NewEdge(kind EdgeKind) Edge {
	switch kind {
	case EdgeCounterpart:
		return new(Counterpart)
	case EdgeCharge:
		return new(Charge)
	case EdgeAssignment:
		return new(Assignment)
	case EdgeDispatch:
		return new(Dispatch)
	case EdgeSharedOffice:
		return new(SharedOffice)
	case EdgeSuccession:
		return new(Succession)
	}
	return nil
}

// NodeKinds are all kinds of node, in the order of their JSON and of exports.
var NodeKinds = [...]NodeKind{NodeCounty, NodeTownship, NodeDepartment, NodeSection, NodeDuty, NodeMeasure, NodeIndicator, NodeSource, NodeOrgan, NodeLeader, NodeFormer}

// EdgeKinds are all kinds of edge.
var EdgeKinds = [...]EdgeKind{EdgeAssignment, EdgeCharge, EdgeCounterpart, EdgeDispatch, EdgeSharedOffice, EdgeSuccession}

// DecodeNode reads a node of a known kind from JSON; an unknown field is an error.
func DecodeNode(kind NodeKind, data []byte) (Node, error) {
	n := NewNode(kind)
	if n == nil {
		return nil, Errorf(CodeInvalid, "未知的节点类别 %q", "unknown kind of node %q", string(kind))
	}
	if err := DecodeStrict(data, n); err != nil {
		return nil, err
	}
	return Normalize(n), nil
}

// DecodeEdge reads an edge of a known kind from JSON; an unknown field is an error.
func DecodeEdge(kind EdgeKind, data []byte) (Edge, error) {
	e := NewEdge(kind)
	if e == nil {
		return nil, Errorf(CodeInvalid, "未知的关系类别 %q", "unknown kind of edge %q", string(kind))
	}
	if err := DecodeStrict(data, e); err != nil {
		return nil, err
	}
	return Normalize(e), nil
}

// DecodeStrict reads one JSON value and refuses unknown fields and anything after it.
func DecodeStrict(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		if told := (*Error)(nil); errors.As(err, &told) {
			return told // by a type that reads itself
		}
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) && wrong.Field != "" {
			return Errorf(CodeInvalid, "值的类型不对：%s", "a value of the wrong type: %s", wrong.Value).At(placeOf(wrong.Field)...)
		}
		return Errorf(CodeInvalid, "数据格式有误：%v", "malformed data: %v", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Errorf(CodeInvalid, "数据之后还有多余内容", "something follows the data")
	}
	return nil
}

// placeOf is the path of a field as encoding/json names it, without the names of embedded structs.
func placeOf(field string) []any {
	var path []any
	for name := range strings.SplitSeq(field, ".") {
		if name != "" && !unicode.IsUpper(rune(name[0])) {
			path = append(path, name)
		}
	}
	return path
}
