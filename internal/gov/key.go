package gov

import (
	"strconv"
	"strings"
	"unicode"
)

// MaxKey is the longest key in bytes.
const MaxKey = 200

// Mint makes the business key of a new node from its kind, its township's key (empty for the county's own) and its
// first name: organ/大冶镇/经济发展办公室. A key that is taken gets the next free suffix ~2, ~3, …. It is a pure
// function, so the same edits give the same keys in every process.
func Mint(kind NodeKind, township, name string, taken func(string) bool) string {
	parts := []string{strings.ToLower(string(kind))}
	if township != "" {
		parts = append(parts, strings.TrimPrefix(township, "township/"))
	}
	base := strings.Join(append(parts, keyPart(name)), "/")
	key := base
	for n := 2; taken(key); n++ {
		key = base + "~" + strconv.Itoa(n)
	}
	return key
}

// keyPart drops what a key may not hold.
func keyPart(name string) string {
	s := strings.Map(func(r rune) rune {
		if r == '|' || r == '/' || r == unicode.ReplacementChar || unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, name)
	if len(s) > 120 {
		s = strings.ToValidUTF8(s[:120], "")
	}
	return s
}

// CheckKey refuses an empty or overlong key and one with '|' (which parts an edge's key), spaces or control characters.
func CheckKey(key string) *Error {
	switch {
	case key == "":
		return Errorf(CodeInvalid, "编号不能为空", "a key must not be empty").At("key")
	case len(key) > MaxKey:
		return Errorf(CodeInvalid, "编号超过 %d 字节", "a key is longer than %d bytes", MaxKey).At("key")
	case strings.ContainsFunc(key, func(r rune) bool {
		return r == '|' || unicode.IsSpace(r) || unicode.IsControl(r) || r == unicode.ReplacementChar
	}):
		return Errorf(CodeInvalid, "编号 %q 含有竖线、空白或控制字符", "key %q holds a vertical bar, white space or a control character", key).At("key")
	}
	return nil
}
