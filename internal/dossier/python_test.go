package dossier_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The document is read back by python-docx, which PyPI has; it is pinned by hash in testdata/python/requirements.txt and
// stays in the tree's own .cache folder, as the readers of package exchange/validate do.

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

// readBack has python-docx read a document.
func readBack(t *testing.T, data []byte) read {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Fatal("the document is read back by python-docx: on Debian apt-get install python3 python3-pip:", err)
	}
	file := filepath.Join(t.TempDir(), "dossier.docx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), python, "testdata/python/read.py", file)
	c.Env = append(c.Environ(), "PYTHONPATH="+packages(t, python), "PYTHONUTF8=1", "PYTHONDONTWRITEBYTECODE=1")
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

// packages is the folder of what pip fetched, fetched now if it is not there. It appears whole or not at all.
func packages(t *testing.T, python string) string {
	t.Helper()
	pins, err := os.ReadFile("testdata/python/requirements.txt")
	if err != nil {
		t.Fatal(err)
	}
	tag, err := exec.CommandContext(t.Context(), python, "-c", "import sys; print(sys.implementation.cache_tag)").Output()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(append(tag, pins...))
	cache := filepath.Join("..", "..", ".cache", "dossier")
	dir := filepath.Join(cache, "python-"+hex.EncodeToString(sum[:6]))
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		t.Fatal(err)
	}
	work, err := os.MkdirTemp(cache, "fetch-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(work)
	pip := exec.CommandContext(t.Context(), python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:",
		"--require-hashes", "--target", work, "--requirement", "testdata/python/requirements.txt")
	if out, err := pip.CombinedOutput(); err != nil {
		t.Fatalf("pip: %v\n%s", err, out)
	}
	if err := os.Rename(work, dir); err != nil {
		if _, there := os.Stat(dir); there != nil {
			t.Fatal(err)
		}
	}
	return dir
}
