package dossier_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tiaokuai/internal/gov"
)

// jars are what the schemas of ECMA-376 are compiled into, from the Maven registry.
var jars = []struct{ artifact, file, sum string }{
	{"org.apache.poi:poi-ooxml-full:5.4.1", "poi-ooxml-full-5.4.1.jar", "c51b051655d58d74d5eb89e7d3736c7052c2574f43c79db0c8a83ad216f6dd37"},
	{"org.apache.xmlbeans:xmlbeans:5.3.0", "xmlbeans-5.3.0.jar", "6cc69da3b4d35b83c5e477cd4daba204e44109833e34af2b9a8a2c8788289917"},
	{"org.apache.logging.log4j:log4j-api:2.25.1", "log4j-api-2.25.1.jar", "20b9c77c0a9e54d1063a39e551dcaf98c7d8e7a4994648f84d0b9e14c71f7215"},
}

// TestTheDocumentFollowsItsSchemas is what Word looks at before it opens a document.
func TestTheDocumentFollowsItsSchemas(t *testing.T) {
	var decides []byte
	for _, j := range jars {
		decides = append(decides, j.sum...)
	}
	folder := fetched(t, "schemas", decides, func(work string) { fetchJars(t, work) })
	java := need(t, "java")
	unexplained := planned(t, head(t), ofClass(t).Scenario.Scope, "", merge("大金店镇"), merge("徐庄镇"))
	english := ofTownship(t)
	english.Language = gov.LanguageEN
	c := exec.CommandContext(t.Context(), java, "-cp", filepath.Join(folder, "*"), "testdata/schema/Validate.java", saved(t, document(t, english)),
		saved(t, document(t, unexplained)), saved(t, document(t, ofClass(t))))
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.TrimSpace(string(out)); text != "" {
		t.Error(text)
	}
}

// fetchJars has Maven copy the jars, whose hashes must be those known.
func fetchJars(t *testing.T, work string) {
	t.Helper()
	mvn := need(t, "mvn")
	for _, j := range jars {
		runs(t, mvn, "-B", "-q", "dependency:copy", "-Dartifact="+j.artifact, "-DoutputDirectory="+work)
		data, err := os.ReadFile(filepath.Join(work, j.file))
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != j.sum {
			t.Fatalf("%s is another file than expected", j.file)
		}
	}
}
