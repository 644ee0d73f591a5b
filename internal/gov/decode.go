package gov

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// DecodeStrict reads one JSON value and refuses unknown fields and anything after it. Errors are INVALID with the field
// or the line.
func DecodeStrict(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return malformed(data, err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Errorf(CodeInvalid, "第 %d 行：数据之后还有多余内容", "line %d: something follows the data", lineAt(data, d.InputOffset()))
	}
	return nil
}

// malformed says in our words what encoding/json says in its own.
func malformed(data []byte, err error) *Error {
	var told *Error // by a type that reads itself
	var wrong *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &told):
		return told
	case errors.As(err, &wrong) && wrong.Field != "":
		return Errorf(CodeInvalid, "值的类型不对：%s", "a value of the wrong type: %s", wrong.Value).At(placeOf(wrong.Field)...)
	case errors.As(err, &wrong):
		return Errorf(CodeInvalid, "第 %[1]d 行：值的类型不对：%[2]s", "line %[1]d: a value of the wrong type: %[2]s", lineAt(data, wrong.Offset), wrong.Value)
	case errors.As(err, &syntax):
		return Errorf(CodeInvalid, "第 %d 行不是有效的 JSON", "malformed data: line %d is no JSON", lineAt(data, syntax.Offset))
	case errors.Is(err, io.EOF):
		return Errorf(CodeInvalid, "数据为空", "malformed data: there is none")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return Errorf(CodeInvalid, "数据不完整，在第 %d 行中断", "the data is incomplete: it breaks off in line %d", lineAt(data, int64(len(data))))
	}
	if quoted, unknown := strings.CutPrefix(err.Error(), "json: unknown field "); unknown {
		if field, err := strconv.Unquote(quoted); err == nil {
			return Errorf(CodeInvalid, "没有字段 %q", "there is no field %q", field)
		}
	}
	return Errorf(CodeInvalid, "数据格式有误", "malformed data").Because(err)
}

// lineAt is the line of a text, from 1, that the byte before an offset is in.
func lineAt(data []byte, offset int64) int {
	before := data[:min(max(offset-1, 0), int64(len(data)))]
	return 1 + bytes.Count(before, []byte("\n"))
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
