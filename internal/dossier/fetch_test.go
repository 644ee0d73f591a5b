package dossier_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The document is read back and held to its schemas by software that is not ours. It comes from the package registries
// once, pinned by hash, and stays in the tree's own .cache folder, as the readers of package exchange/validate do.

// fetched is the folder that a recipe fills, filled if it is not there. Its name holds a hash of what decides its content.
// It appears whole or not at all.
func fetched(t *testing.T, name string, decides []byte, fill func(work string)) string {
	t.Helper()
	sum := sha256.Sum256(decides)
	cache := filepath.Join("..", "..", ".cache", "dossier")
	dir := filepath.Join(cache, name+"-"+hex.EncodeToString(sum[:6]))
	if there(dir) {
		return dir
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		t.Fatal(err)
	}
	work, err := os.MkdirTemp(cache, "fetch-") //nolint:usetesting // on the file system of the cache, so that it can be renamed
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(work)
	fill(work)
	if err := os.Rename(work, dir); err != nil && !there(dir) {
		t.Fatal(err)
	}
	return dir
}

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// need finds a program or says what to install.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatalf("%s is missing; the document is read by software of Python and Java: on Debian apt-get install python3 python3-pip openjdk-17-jdk-headless maven", program)
	}
	return path
}

// saved is a file with the document.
func saved(t *testing.T, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "dossier.docx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// runs runs a program; what it printed is part of the failure.
func runs(t *testing.T, program string, args ...string) {
	t.Helper()
	if out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(program), err, out)
	}
}
