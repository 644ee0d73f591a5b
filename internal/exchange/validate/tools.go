package validate

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Tools are the readers, ready to run.
type Tools struct {
	python, node      string // programs
	packages, modules string // folders of what was fetched
	schemas           string
}

// Open finds the tools, fetching what is missing; an error says what to install.
func Open(ctx context.Context) (*Tools, error) {
	cache, err := cacheDir()
	if err != nil {
		return nil, err
	}
	t := &Tools{}
	for _, step := range []func(context.Context, string) error{t.openPython, t.openNode, t.openSchemas} {
		if err := step(ctx, cache); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *Tools) openPython(ctx context.Context, cache string) (err error) {
	if t.python, err = need("python3"); err != nil {
		return err
	}
	tag, err := exec.CommandContext(ctx, t.python, "-c", "import sys; print(sys.implementation.cache_tag)").Output()
	if err != nil {
		return fmt.Errorf("validate: python3: %w", err)
	}
	t.packages, err = fetched(ctx, cache, "python", string(tag)+text("requirements.txt"), func(ctx context.Context, work string) error {
		if err := lay(work, "requirements.txt"); err != nil {
			return err
		}
		return run(ctx, work, t.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:",
			"--require-hashes", "--target", work, "--requirement", "requirements.txt")
	})
	return err
}

func (t *Tools) openNode(ctx context.Context, cache string) (err error) {
	if t.node, err = need("node"); err != nil {
		return err
	}
	t.modules, err = fetched(ctx, cache, "node", text("package-lock.json"), func(ctx context.Context, work string) error {
		npm, err := need("npm")
		if err != nil {
			return err
		}
		if err := lay(work, "package.json", "package-lock.json"); err != nil {
			return err
		}
		return run(ctx, work, npm, "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund")
	})
	return err
}

func (t *Tools) openSchemas(ctx context.Context, cache string) (err error) {
	t.schemas, err = fetched(ctx, cache, "schemas", schemaSum, func(ctx context.Context, work string) error {
		mvn, err := need("mvn")
		if err != nil {
			return err
		}
		if err := run(ctx, work, mvn, "-B", "-q", "dependency:copy", "-Dartifact="+schemaArtifact, "-DoutputDirectory="+work); err != nil {
			return err
		}
		return unpackSchemas(work)
	})
	return err
}

// unpackSchemas takes the schemas out of the jar, whose hash must be the one known.
func unpackSchemas(work string) error {
	jar, err := os.ReadFile(filepath.Join(work, schemaJar))
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(jar); hex.EncodeToString(sum[:]) != schemaSum {
		return fmt.Errorf("%s is another file than expected", schemaJar)
	}
	z, err := zip.NewReader(bytes.NewReader(jar), int64(len(jar)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		if strings.Contains(f.Name, "/") || !strings.HasSuffix(f.Name, ".xsd") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(work, f.Name), data, 0o644); err != nil {
			return err
		}
	}
	return os.Remove(filepath.Join(work, schemaJar))
}

// Reading is what a foreign reader found in one file.
type Reading struct {
	Nodes    map[string]string // name by key
	Edges    []string          // keys, sorted
	Spans    map[string]string // days by key, as from/until, where the format has them
	Counts   map[string]int    // what else there is to count
	Problems []string          // what a schema, a set of shapes or the reader objects to
}

// Read has every export in a folder read by the tools for its extension; the readings are by file name. A file that
// can't be read has a problem.
func (t *Tools) Read(ctx context.Context, folder string) (map[string]Reading, error) {
	work, err := os.MkdirTemp("", "validate-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	if err := lay(work, "draw.mjs", "read.py", "shapes.ttl"); err != nil {
		return nil, err
	}
	if err := os.Symlink(filepath.Join(t.modules, "node_modules"), filepath.Join(work, "node_modules")); err != nil {
		return nil, err
	}
	out := map[string]Reading{}
	draw := exec.CommandContext(ctx, t.node, filepath.Join(work, "draw.mjs"), folder, work)
	if err := collect(draw, out); err != nil {
		return nil, err
	}
	read := exec.CommandContext(ctx, t.python, filepath.Join(work, "read.py"), folder, work, t.schemas)
	read.Env = append(read.Environ(), "PYTHONPATH="+t.packages, "PYTHONUTF8=1")
	return out, collect(read, out)
}

// collect runs a reader and adds what it printed.
func collect(c *exec.Cmd, into map[string]Reading) error {
	var complaints bytes.Buffer
	c.Stderr = &complaints
	out, err := c.Output()
	if err == nil {
		err = json.Unmarshal(out, &into)
	}
	if err != nil {
		return fmt.Errorf("validate: %s: %w\n%s", filepath.Base(c.Args[1]), err, complaints.Bytes())
	}
	return nil
}
