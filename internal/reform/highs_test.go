package reform_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

// TestFrontierIsIntegerProgramme holds the frontier against HiGHS, which solves each problem as a set-partition
// programme, with costs and constraints read by the script itself; and the proven bounds of problems too large for the
// exact programme against its optima.
func TestFrontierIsIntegerProgramme(t *testing.T) {
	var problems []reform.Problem
	for seed := range uint64(120) {
		d := dice(seed + 50_000)
		problems = append(problems, randomProblem(d, 1+d.IntN(9)))
	}
	problems = append(problems, freeProblem(12, 3), freeProblem(14, 2), freeProblem(23, 2), freeProblem(24, 3))
	large := len(problems) - 2
	for i, want := range highs(t, problems) {
		points := solved(t, problems[i])
		if len(points) != len(want) {
			t.Errorf("problem %d: %d numbers of organs, HiGHS %d", i, len(points), len(want))
		}
		for _, point := range points {
			optimum, ok := want[point.Organs]
			if !ok || point.Bound() > optimum || point.Objective < optimum || i < large && point.Gap != 0 {
				t.Errorf("problem %d, %d organs: cost %s, bound %s, HiGHS %s", i, point.Organs, point.Objective, point.Bound(), optimum)
			}
			if i >= large {
				t.Logf("%d organs: cost %s, bound %s, HiGHS %s", point.Organs, point.Objective, point.Bound(), optimum)
			}
		}
	}
}

// highs are the least costs by number of organs.
func highs(t *testing.T, problems []reform.Problem) []map[int]gov.Micro {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Fatalf("python3 is missing; HiGHS checks the optimiser: on Debian apt-get install python3 python3-pip: %v", err)
	}
	input, err := json.Marshal(problems)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), python, filepath.Join("testdata", "highs", "solve.py"))
	c.Env = append(c.Environ(), "PYTHONPATH="+highsPackages(t, python), "PYTHONUTF8=1", "PYTHONDONTWRITEBYTECODE=1")
	c.Stdin = bytes.NewReader(input)
	var complaints bytes.Buffer
	c.Stderr = &complaints
	output, err := c.Output()
	var out []map[int]gov.Micro
	if err == nil {
		err = json.Unmarshal(output, &out)
	}
	if err != nil {
		t.Fatalf("solve.py: %v\n%s", err, complaints.Bytes())
	}
	return out
}

// highsPackages is the folder of the tree's cache with HiGHS, fetched by pip and pinned by hash if it is not there. Its
// name holds a hash of what decides its content; it appears whole or not at all.
func highsPackages(t *testing.T, python string) string {
	t.Helper()
	requirements, err := filepath.Abs(filepath.Join("testdata", "highs", "requirements.txt"))
	if err != nil {
		t.Fatal(err)
	}
	pins, err := os.ReadFile(requirements)
	if err != nil {
		t.Fatal(err)
	}
	tag, err := exec.CommandContext(t.Context(), python, "-c", "import sys; print(sys.implementation.cache_tag)").Output()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(append(tag, pins...))
	cache, err := filepath.Abs(filepath.Join("..", "..", ".cache", "reform"))
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(cache, "highs-"+hex.EncodeToString(sum[:6]))
	if _, err := os.Stat(folder); err == nil {
		return folder
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		t.Fatal(err)
	}
	work, err := os.MkdirTemp(cache, "fetch-") //nolint:usetesting // it is renamed within the cache
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(work)
	pip := exec.CommandContext(t.Context(), python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
		"--only-binary", ":all:", "--require-hashes", "--target", work, "--requirement", requirements)
	if out, err := pip.CombinedOutput(); err != nil {
		t.Fatalf("fetch HiGHS (PyPI highspy) by pip: %v\n%s", err, out)
	}
	if err := os.Rename(work, folder); err != nil {
		if _, there := os.Stat(folder); there != nil {
			t.Fatal(err)
		}
	}
	return folder
}
