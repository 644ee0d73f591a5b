package neo4jtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// jdk holds the paths of the two Java tools that Neo4j needs here.
type jdk struct {
	java, javac string
}

// findJDK takes the JDK of JAVA_HOME, else the one on the PATH.
func findJDK() (jdk, error) {
	java, err := javaTool("java")
	if err != nil {
		return jdk{}, err
	}
	javac, err := javaTool("javac")
	return jdk{java: java, javac: javac}, err
}

func javaTool(name string) (string, error) {
	if home := os.Getenv("JAVA_HOME"); home != "" {
		name = filepath.Join(home, "bin", name)
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %s is missing: Neo4j %s needs a JDK, version 17 or 21, on the PATH or in JAVA_HOME "+
			"(Debian: apt-get install openjdk-17-jdk-headless): %w", name, version, err)
	}
	return filepath.EvalSymlinks(path)
}

// check refuses versions of Java that Neo4j does not run on.
func (j jdk) check(ctx context.Context) error {
	out, err := exec.CommandContext(ctx, j.javac, "--version").CombinedOutput()
	if err != nil {
		return fmt.Errorf("neo4jtest: ask %s for its version: %w\n%s", j.javac, err, out)
	}
	found := strings.TrimSpace(string(out))
	for _, good := range []string{"javac 17.", "javac 21."} {
		if strings.HasPrefix(found+".", good) {
			return nil
		}
	}
	return fmt.Errorf("neo4jtest: %s is %q, Neo4j %s needs version 17 or 21: set JAVA_HOME to one", j.javac, found, version)
}
