package dossier_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
)

// read is what python-docx found in a document.
type read struct {
	Title, Created string
	Page, Margins  []int // mm; margins from the top clockwise
	OddEven        bool
	Footers        []string
	Styles         map[string]readStyle
	Lines          []readLine
	Tables         []readTable
}

type readStyle struct {
	Font          string
	Points        *float64
	Bold, Centred bool
	Line          *float64
	Indent        string
}

type readLine struct {
	Style, Text, Level string
	Marks              []string
	Break              bool
}

type readTable struct {
	Style          string
	Columns, Width int
	Head           []string
	Repeats        bool
	Rows           [][]string
}

// readBack has python-docx read a document; its pins are in testdata/python/requirements.txt.
func readBack(t *testing.T, data []byte) read {
	t.Helper()
	python := need(t, "python3")
	pins, err := os.ReadFile("testdata/python/requirements.txt")
	if err != nil {
		t.Fatal(err)
	}
	tag, err := exec.CommandContext(t.Context(), python, "-c", "import sys; print(sys.implementation.cache_tag)").Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := fetched(t, "python", append(tag, pins...), func(work string) {
		runs(t, python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:",
			"--require-hashes", "--target", work, "--requirement", "testdata/python/requirements.txt")
	})
	c := exec.CommandContext(t.Context(), python, "testdata/python/read.py", saved(t, data))
	c.Env = append(c.Environ(), "PYTHONPATH="+packages, "PYTHONUTF8=1", "PYTHONDONTWRITEBYTECODE=1")
	var complaints bytes.Buffer
	c.Stderr = &complaints
	out, err := c.Output()
	if err != nil {
		t.Fatalf("python-docx: %v\n%s", err, complaints.Bytes())
	}
	var r read
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatal(err)
	}
	return r
}
