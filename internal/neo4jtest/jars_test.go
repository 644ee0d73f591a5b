//go:build unix

package neo4jtest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fakeMaven notes that it was called, and copies one jar slowly enough for all
// callers to meet.
const fakeMaven = `#!/bin/sh
echo called >>"$NEO4JTEST_CACHE/calls"
for arg; do case $arg in -DoutputDirectory=*) out=${arg#*=};; esac; done
mkdir -p "$out" && sleep 0.5 && touch "$out/neo4j-` + version + `.jar"
`

func TestManyProcessesFetchOnce(t *testing.T) {
	t.Parallel()
	bin, cache := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "mvn"), []byte(fakeMaven), 0o755); err != nil {
		t.Fatal(err)
	}
	path := "PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH")
	var running []*exec.Cmd
	for range 4 {
		cmd := actor(t, "fetch", path, "NEO4JTEST_CACHE="+cache, LibEnv+"=")
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, cmd)
	}
	for _, cmd := range running {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	calls, err := os.ReadFile(filepath.Join(cache, "calls"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("called\n", string(calls)); diff != "" {
		t.Error(diff)
	}
	if err := checkJars(filepath.Join(cache, "lib")); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(cache, "fetch-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestMissingToolsAreNamed(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("JAVA_HOME", "")
	t.Setenv(LibEnv, "")
	if _, err := jars(t.Context(), t.TempDir()); !errors.Is(err, errNoMaven) {
		t.Errorf("without mvn: %v", err)
	}
	if _, err := findJDK(); err == nil || !strings.Contains(err.Error(), "apt-get install openjdk-17") {
		t.Errorf("without java: %v", err)
	}
	t.Setenv(LibEnv, t.TempDir())
	if _, err := jars(t.Context(), t.TempDir()); err == nil || !strings.Contains(err.Error(), LibEnv) {
		t.Errorf("with an empty folder of jars: %v", err)
	}
}
