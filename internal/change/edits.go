package change

import (
	"bytes"
)

// Edits are a list of edits that is JSON by [Encode] and [Decode].
type Edits []Edit

// MarshalJSON writes the edits; none are null.
func (e Edits) MarshalJSON() ([]byte, error) {
	if e == nil {
		return []byte("null"), nil
	}
	return Encode(e)
}

// UnmarshalJSON reads the edits.
func (e *Edits) UnmarshalJSON(data []byte) error {
	if bytes.Equal(data, []byte("null")) {
		*e = nil
		return nil
	}
	edits, err := Decode(data)
	*e = edits
	return err
}
