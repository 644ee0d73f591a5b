package neo4jtest

import (
	"archive/zip"
	"fmt"
	"os"
	"path"
	"slices"
)

// signed reports whether a jar carries signatures, which keep its classes out
// of a class archive and cost half of a start.
func signed(jar string) (bool, error) {
	r, err := zip.OpenReader(jar)
	if err != nil {
		return false, fmt.Errorf("neo4jtest: read %s: %w", jar, err)
	}
	defer r.Close()
	return slices.ContainsFunc(r.File, isSignature), nil
}

// unsign copies a jar without its signatures, and without entries for folders,
// which some jars write in a way that cannot be copied.
func unsign(from, to string) error {
	r, err := zip.OpenReader(from)
	if err != nil {
		return fmt.Errorf("neo4jtest: read %s: %w", from, err)
	}
	defer r.Close()
	return writeZip(to, func(w *zip.Writer) error {
		for _, f := range r.File {
			if isSignature(f) || f.FileInfo().IsDir() {
				continue
			}
			if err := w.Copy(f); err != nil {
				return err
			}
		}
		return nil
	})
}

func isSignature(f *zip.File) bool {
	dir, name := path.Split(f.Name)
	return dir == "META-INF/" && slices.Contains([]string{".SF", ".RSA", ".DSA", ".EC"}, path.Ext(name))
}

// writeZip creates a zip file with the entries that fill writes.
func writeZip(name string, fill func(*zip.Writer) error) (err error) {
	file, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("neo4jtest: write a jar: %w", err)
	}
	defer func() {
		if closed := file.Close(); err == nil {
			err = closed
		}
	}()
	w := zip.NewWriter(file)
	if err := fill(w); err != nil {
		return fmt.Errorf("neo4jtest: write %s: %w", name, err)
	}
	return w.Close()
}
