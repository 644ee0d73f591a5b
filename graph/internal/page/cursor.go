package page

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"math"
)

// longestCursor bounds what is decoded, in characters.
const longestCursor = 4096

var errCursor = errors.New("malformed cursor")

// encode writes four bytes of the order's name and shape, then each component.
func encode(order string, t Tuple) string {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, 64), signature(order, t))
	for _, v := range t {
		switch v.kind {
		case kindInt:
			b = binary.AppendVarint(b, v.integer)
		case kindFloat:
			b = binary.BigEndian.AppendUint64(b, math.Float64bits(v.float))
		case kindText:
			b = binary.AppendUvarint(b, uint64(len(v.text)))
			b = append(b, v.text...)
		}
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// decode reads a cursor of the given order; shape is any key of it.
func decode(order, cursor string, shape Tuple) (Tuple, error) {
	if len(cursor) > longestCursor {
		return nil, errCursor
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(b) < 4 || binary.BigEndian.Uint32(b) != signature(order, shape) {
		return nil, errCursor
	}
	b = b[4:]
	t := make(Tuple, len(shape))
	for i, like := range shape {
		if t[i], b, err = component(like, b); err != nil {
			return nil, err
		}
	}
	if len(b) > 0 {
		return nil, errCursor
	}
	return t, nil
}

// component reads one value of like's kind and direction, and gives the bytes after it.
func component(like Value, b []byte) (Value, []byte, error) {
	v, n := Value{kind: like.kind, descending: like.descending}, 0
	switch like.kind {
	case kindInt:
		v.integer, n = binary.Varint(b)
	case kindFloat:
		if len(b) >= 8 {
			v.float, n = math.Float64frombits(binary.BigEndian.Uint64(b)), 8
		}
	case kindText:
		size, m := binary.Uvarint(b)
		if m > 0 && size <= uint64(len(b)-m) {
			n = m + int(size)
			v.text = string(b[m:n])
		}
	}
	if n <= 0 {
		return v, nil, errCursor
	}
	return v, b[n:], nil
}

// signature tells orders apart by name and by the kinds and directions of their components.
func signature(order string, t Tuple) uint32 {
	h := fnv.New32a()
	h.Write([]byte(order))
	for _, v := range t {
		direction := byte('a')
		if v.descending {
			direction = 'd'
		}
		h.Write([]byte{0, byte(v.kind), direction})
	}
	return h.Sum32()
}
