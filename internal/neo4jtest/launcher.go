package neo4jtest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// launcher knows how to start Neo4j: a JDK, the jars, and a folder with what
// was made of them once to start fast: the compiled Server.java, unsigned
// copies of signed jars, a class archive and an empty home.
type launcher struct {
	jdk  jdk
	jars []string
	dir  string
}

// prepare returns the launcher, fetching and building what the cache lacks.
func prepare(ctx context.Context) (*launcher, error) {
	cache, err := cacheDir()
	if err != nil {
		return nil, err
	}
	tools, err := findJDK()
	if err != nil {
		return nil, err
	}
	lib, err := jars(ctx, cache)
	if err != nil {
		return nil, err
	}
	l, err := locate(cache, tools, lib)
	if err != nil {
		return nil, err
	}
	return l, l.buildOnce(ctx)
}

// locate names the launcher's folder by everything it is made of, so that
// another JDK, other jars or another Server.java get another one.
func locate(cache string, tools jdk, lib string) (*launcher, error) {
	found, err := filepath.Glob(filepath.Join(lib, "*.jar"))
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: list the jars: %w", err)
	}
	hash := sha256.New()
	fmt.Fprintln(hash, cache, string(source), trainingCypher)
	for _, path := range append([]string{tools.java}, found...) {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("neo4jtest: look at what Neo4j is made of: %w", err)
		}
		fmt.Fprintln(hash, path, info.Size(), info.ModTime().UnixNano())
	}
	name := fmt.Sprintf("start-%x", hash.Sum(nil)[:6])
	return &launcher{jdk: tools, jars: found, dir: filepath.Join(cache, name)}, nil
}

func (l *launcher) archive() string { return filepath.Join(l.dir, "classes.jsa") }
func (l *launcher) home() string    { return filepath.Join(l.dir, "home") }

// openings are the packages of the JDK that Neo4j reaches into.
var openings = []string{"java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent"}

// command is the Java process for a home and a port. Options come last, so
// that they overrule the small defaults.
func (l *launcher) command(home string, port int, options ...string) *exec.Cmd {
	args := []string{"-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"}
	for _, p := range openings {
		args = append(args, "--add-opens=java.base/"+p+"=ALL-UNNAMED")
	}
	args = append(args, options...)
	args = append(args, "-cp", l.classpath(), "Server", home, strconv.Itoa(port))
	return exec.Command(l.jdk.java, args...)
}

// archived is the option to start from the class archive, where it fits.
func archived(path string) string { return "-XX:SharedArchiveFile=" + path }

// classpath is the same text at every start, since the class archive is only
// valid for the one it was made with.
func (l *launcher) classpath() string {
	path := []string{filepath.Join(l.dir, "server.jar")}
	for _, jar := range l.jars {
		if copied := filepath.Join(l.dir, filepath.Base(jar)); exists(copied) {
			jar = copied
		}
		path = append(path, jar)
	}
	return strings.Join(path, string(os.PathListSeparator))
}
