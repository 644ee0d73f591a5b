package gov

import (
	"encoding/base64"
	"strings"
)

// GlobalID is what a GraphQL id says: the object's type, its county, the world it was read in, and its key.
type GlobalID struct {
	Type   string
	County string
	World  World
	Key    string
}

const idSeparator = "\n" // no part can hold a control character

// String is the opaque form, base64url without padding.
func (id GlobalID) String() string {
	var plain, coded [512]byte // on the stack: answers are full of ids
	parts := append(plain[:0], id.Type...)
	for _, p := range [...]string{id.County, string(id.World), id.Key} {
		parts = append(append(parts, idSeparator...), p...)
	}
	return string(base64.RawURLEncoding.AppendEncode(coded[:0], parts))
}

// ParseGlobalID reads an opaque id; anything else is INVALID.
func ParseGlobalID(s string) (GlobalID, error) {
	raw, err := base64.RawURLEncoding.DecodeString(s)
	parts := strings.Split(string(raw), idSeparator)
	if err != nil || len(parts) != 4 || parts[0] == "" || parts[1] == "" {
		return GlobalID{}, Errorf(CodeInvalid, "id 无法识别", "this id can't be read").
			Advise("请使用查询返回的 id", "use an id that a query returned")
	}
	return GlobalID{parts[0], parts[1], World(parts[2]), parts[3]}, nil
}
