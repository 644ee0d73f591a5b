package workbook

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode turns the bytes of a text file into UTF-8. A byte order mark tells the encoding; without one, zero bytes mean
// UTF-16, and what is no valid UTF-8 is GB18030, in which Chinese editions of Excel save .csv (GBK is its subset).
func decode(data []byte) (string, error) {
	switch {
	case hasAnyPrefix(data, "\xef\xbb\xbf"):
		return checkUTF8(data[3:])
	case hasAnyPrefix(data, "\xff\xfe"):
		return decodeUTF16(data[2:], unicode.LittleEndian)
	case hasAnyPrefix(data, "\xfe\xff"):
		return decodeUTF16(data[2:], unicode.BigEndian)
	case bytes.IndexByte(data, 0) >= 0:
		return decodeUTF16(data, endianness(data))
	case utf8.Valid(data):
		return string(data), nil
	}
	return decodeGB18030(data)
}

func checkUTF8(data []byte) (string, error) {
	if i := firstInvalid(data); i < len(data) {
		return "", wrongEncoding(data[:i], "UTF-8")
	}
	return string(data), nil
}

// firstInvalid is where data stops being UTF-8, its length if nowhere.
func firstInvalid(data []byte) int {
	i := 0
	for i < len(data) {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		i += size
	}
	return i
}

// decodeGB18030 decodes what is no UTF-8. Where it is no GB18030 either, it is taken for the one that holds for more lines.
func decodeGB18030(data []byte) (string, error) {
	out, err := transformed(data, simplifiedchinese.GB18030.NewDecoder())
	if err != nil {
		return "", err
	}
	i := bytes.IndexRune(out, utf8.RuneError)
	if i < 0 {
		return string(out), nil
	}
	if good := data[:firstInvalid(data)]; bytes.Count(good, newline) > bytes.Count(out[:i], newline) {
		return "", wrongEncoding(good, "UTF-8")
	}
	return "", wrongEncoding(out[:i], "GB18030")
}

// transformed decodes into one buffer of the right size: in both encodings two bytes become three at most, but for the
// euro sign of GB18030 and for wrong bytes.
func transformed(data []byte, d *encoding.Decoder) ([]byte, error) {
	out := make([]byte, len(data)/2*3+2*utf8.UTFMax)
	n, _, err := d.Transform(out, data, true)
	if errors.Is(err, transform.ErrShortDst) {
		return d.Bytes(data)
	}
	return out[:n], err
}

// endianness finds the half in which the zero bytes of ASCII characters (commas, line ends) lie.
func endianness(data []byte) unicode.Endianness {
	var zeros [2]int
	for i, c := range data[:min(len(data), 64<<10)] {
		if c == 0 {
			zeros[i%2]++
		}
	}
	if zeros[0] > zeros[1] {
		return unicode.BigEndian
	}
	return unicode.LittleEndian
}

func decodeUTF16(data []byte, e unicode.Endianness) (string, error) {
	out, err := transformed(data, unicode.UTF16(e, unicode.IgnoreBOM).NewDecoder())
	if err != nil {
		return "", err
	}
	if i := bytes.IndexRune(out, utf8.RuneError); i >= 0 {
		return "", wrongEncoding(out[:i], "UTF-16")
	}
	return string(out), nil
}

var newline = []byte("\n")

func wrongEncoding(before []byte, name string) error {
	line := 1 + bytes.Count(before, newline)
	return invalid("第 %[1]d 行有不是 %[2]s 编码的字符", "line %[1]d has a character that is no %[2]s", line, name).
		Advise("用 Excel 或 WPS 打开，另存为 .xlsx 或“CSV UTF-8”再导入", "open it in Excel or WPS, save it as .xlsx or “CSV UTF-8” and import that")
}

// binary says whether a text begins with control characters that no table has.
func binary(text string) bool {
	for _, c := range []byte(text[:min(len(text), 1024)]) {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			return true
		}
	}
	return false
}
