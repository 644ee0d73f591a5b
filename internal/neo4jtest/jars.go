package neo4jtest

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// LibEnv names a folder with the jars of Neo4j and its dependencies, for
// machines that cannot or need not fetch them.
const LibEnv = "TIAOKUAI_NEO4J_LIB"

//go:embed pom.xml
var pom []byte

var errNoMaven = errors.New("neo4jtest: mvn is not on the PATH, and is needed once to fetch Neo4j " + version +
	": install Maven (Debian: apt-get install maven), or set " + LibEnv + " to a folder with its jars")

// jars returns the folder of Neo4j's jars, fetching them into the cache if they
// are not there yet. Of many processes one fetches and the others wait for it.
func jars(ctx context.Context, cache string) (string, error) {
	if lib := os.Getenv(LibEnv); lib != "" {
		return lib, checkJars(lib)
	}
	lib := filepath.Join(cache, "lib")
	if exists(lib) {
		return lib, checkJars(lib)
	}
	release, err := lock(ctx, filepath.Join(cache, "lib.lock"))
	if err != nil {
		return "", err
	}
	defer release()
	if exists(lib) {
		return lib, checkJars(lib)
	}
	return lib, fetchJars(ctx, lib)
}

// fetchJars lets Maven copy the jars beside lib and renames them when complete,
// so that lib is either whole or absent.
func fetchJars(ctx context.Context, lib string) error {
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return errNoMaven
	}
	work, err := os.MkdirTemp(filepath.Dir(lib), "fetch-")
	if err != nil {
		return fmt.Errorf("neo4jtest: fetch Neo4j: %w", err)
	}
	defer os.RemoveAll(work)
	project, fetched := filepath.Join(work, "pom.xml"), filepath.Join(work, "lib")
	if err := os.WriteFile(project, pom, 0o644); err != nil {
		return fmt.Errorf("neo4jtest: fetch Neo4j: %w", err)
	}
	err = run(ctx, mvn, "-B", "-q", "-f", project, "dependency:copy-dependencies", "-DoutputDirectory="+fetched)
	if err != nil {
		return fmt.Errorf("neo4jtest: fetch Neo4j %s: is Maven Central or a mirror of it reachable? %w", version, err)
	}
	if err := checkJars(fetched); err != nil {
		return err
	}
	return os.Rename(fetched, lib)
}

// checkJars finds a folder that does not hold this release.
func checkJars(lib string) error {
	jar := filepath.Join(lib, "neo4j-"+version+".jar")
	if _, err := os.Stat(jar); err != nil {
		return fmt.Errorf("neo4jtest: no Neo4j %s in %s (remove the folder to fetch it again, or correct %s): %w",
			version, lib, LibEnv, err)
	}
	return nil
}

// run runs a tool to its end; what it printed is part of the error.
func run(ctx context.Context, tool string, args ...string) error {
	out, err := exec.CommandContext(ctx, tool, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", filepath.Base(tool), err, out)
	}
	return nil
}
