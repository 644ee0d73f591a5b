package transport

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzDecodeMessage feeds whatever a hostile client may send. What is accepted is a message of a client, and stays the
// same when it is written and read again.
func FuzzDecodeMessage(f *testing.F) {
	f.Fuzz(func(t *testing.T, b []byte) {
		m, bad := decodeMessage(b)
		if bad != nil {
			if why := closeInvalid(bad.err); len(why.reason) > longestReason {
				t.Errorf("%d bytes of reason", len(why.reason))
			}
			return
		}
		switch needsID := m.kind == typeSubscribe || m.kind == typeComplete; {
		case needsID && (m.id == "" || len(m.id) > longestID):
			t.Errorf("%d bytes of id", len(m.id))
		case !needsID && (m.id != "" || m.kind != typeInit && m.kind != typePing && m.kind != typePong):
			t.Errorf("%q of a client", m.kind)
		case (m.payload == nil) != (m.fields == nil):
			t.Errorf("payload %s has fields %v", m.payload, m.fields)
		}
		var again bytes.Buffer
		encodeMessage(&again, m.kind, m.id, raw(m.payload))
		if !json.Valid(again.Bytes()) {
			t.Fatalf("%q", again.Bytes())
		}
		got, bad := decodeMessage(again.Bytes())
		if bad != nil {
			t.Fatal(bad.err)
		}
		if diff := cmp.Diff(m, got, cmp.AllowUnexported(message{})); diff != "" {
			t.Error(diff)
		}
	})
}
