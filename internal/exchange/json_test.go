package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
)

// TestJSONKeepsEverything: what is written is read back whole, and written again it is the same bytes.
func TestJSONKeepsEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := countytest.Random(countytest.Rapid(t))
		var file, again bytes.Buffer
		if err := exchange.WriteJSON(&file, c); err != nil {
			t.Fatal(err)
		}
		read, err := exchange.ReadJSON(bytes.NewReader(file.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := exchange.WriteJSON(&again, read); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(file.Bytes(), again.Bytes()) || !gov.SameGraph(c.Graph(), read.Graph()) {
			t.Fatal("the county read is not the county written")
		}
	})
}

// TestJSONRefuses files with what is wrong in them, and says where.
func TestJSONRefuses(t *testing.T) {
	const county = `{"key":"1","name":"甲县"}`
	for name, c := range map[string]struct{ file, says string }{
		"nothing":        {"", "malformed"},
		"no JSON":        {"PK\x03\x04", "malformed"},
		"another format": {`{"format":"x","version":1,"county":"1","graph":{"nodes":{}}}`, "no county file"},
		"newer":          {`{"format":"tiaokuai-county","version":99,"county":"1","graph":{"nodes":{}}}`, "no county file"},
		"unknown field":  {`{"format":"tiaokuai-county","version":1,"county":"1","graph":{"nodes":{"COUNTY":[{"key":"1","name":"甲县","colour":"red"}]}}}`, "colour"},
		"no county":      {`{"format":"tiaokuai-county","version":1,"county":"1","graph":{"nodes":{}}}`, "county itself is missing"},
		"another code":   {`{"format":"tiaokuai-county","version":1,"county":"2","graph":{"nodes":{"COUNTY":[` + county + `]}}}`, "two counties"},
		"no parent": {`{"format":"tiaokuai-county","version":1,"county":"1","graph":{"nodes":{"COUNTY":[` + county + `],
			"ORGAN":[{"key":"o","township":"t","name":"办公室","organKind":"OFFICE"}]}}}`, "does not exist"},
		"bad kind": {`{"format":"tiaokuai-county","version":1,"county":"1","graph":{"nodes":{"COUNTY":[` + county + `],
			"TOWNSHIP":[{"key":"t","name":"东镇","size":"HUGE"}]}}}`, "HUGE"},
		"twice": {`{"format":"tiaokuai-county","version":1,"county":"1","graph":{"nodes":{"COUNTY":[` + county + `,` + county + `]}}}`, "twice"},
	} {
		_, err := exchange.ReadJSON(strings.NewReader(c.file))
		if gov.CodeOf(err) != gov.CodeInvalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
