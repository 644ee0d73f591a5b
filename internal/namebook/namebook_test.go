package namebook_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/namebook"
)

// TestInfer is what names read as: a file of testdata/names.txtar is a group of names, one a line with its plates after
// |, and what is read from them.
func TestInfer(t *testing.T) {
	const path = "testdata/names.txtar"
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	names := 0
	for i, f := range a.Files {
		var b strings.Builder
		for line := range strings.Lines(string(f.Data)) {
			if line = strings.TrimRight(line, "\n"); line == "" || strings.HasPrefix(line, "  ") {
				continue
			}
			b.WriteString(line + "\n" + told(line))
			names++
		}
		a.Files[i].Data = []byte(b.String())
	}
	if names < 60 {
		t.Errorf("only %d names", names)
	}
	countytest.Golden(t, path, txtar.Format(a))
}

// told shows the functions of a name, weights after /, and what was not read.
func told(line string) string {
	name, plates, _ := strings.Cut(line, "|")
	var b strings.Builder
	of := map[namebook.Kind][]string{}
	for _, f := range namebook.Infer(name, strings.FieldsFunc(plates, func(r rune) bool { return r == '|' })) {
		of[f.Kind] = append(of[f.Kind], fmt.Sprintf("%s/%d", f.Name.ZH, f.Weight))
	}
	for _, k := range []namebook.Kind{namebook.KindSystem, namebook.KindDepartment, namebook.KindDuty} {
		if len(of[k]) > 0 {
			fmt.Fprintf(&b, "  %s\n", strings.Join(of[k], " "))
		}
	}
	if rest := namebook.Default().Unread(name); len(rest) > 0 {
		fmt.Fprintf(&b, "  unread: %s\n", strings.Join(rest, " "))
	}
	if kind, ok := namebook.KindOf(name); ok {
		fmt.Fprintf(&b, "  %s\n", kind)
	}
	return b.String()
}

// TestReasons: each function says which word of which name gave it, and where that is from.
func TestReasons(t *testing.T) {
	for _, f := range namebook.Infer("经济发展办公室", []string{"统计办公室"}) {
		if f.Code != "STATISTICS" {
			continue
		}
		if f.Weight != namebook.Full || len(f.Because) != 2 {
			t.Fatalf("got %+v", f)
		}
		own, plate := f.Because[0], f.Because[1]
		if own.Word != "经济发展" || own.In != "经济发展办公室" || plate.Word != "统计" || plate.In != "统计办公室" || plate.Weight != namebook.Full {
			t.Errorf("got %+v and %+v", own, plate)
		}
		if !slices.Contains(plate.Basis, "D03") || slices.Contains(plate.Basis, namebook.Inferred) {
			t.Errorf("basis %v", plate.Basis)
		}
		return
	}
	t.Error("no STATISTICS")
}

func TestInferredIsSaid(t *testing.T) {
	for _, f := range namebook.Infer("蚕桑站", nil) {
		for _, r := range f.Because {
			if !slices.Equal(r.Basis, []string{namebook.Inferred}) {
				t.Errorf("%s: %v", f.Code, r.Basis)
			}
		}
	}
}

// TestEveryWordIsReachable: each word, read alone, gives all the duties of its entry.
func TestEveryWordIsReachable(t *testing.T) {
	b := namebook.Default()
	for _, e := range b.Entries {
		for _, word := range e.Words {
			got := map[string]int{}
			for _, f := range b.Infer(word, nil) {
				if f.Kind == namebook.KindDuty {
					got[f.Code] = f.Weight
				}
			}
			for code, weight := range e.Duties {
				if got[code] != weight {
					t.Errorf("%s: %s is %d, want %d", word, code, got[code], weight)
				}
			}
		}
	}
}

// TestNothingIsIdle: each department, duty, system and source is used.
func TestNothingIsIdle(t *testing.T) {
	b := namebook.Default()
	used := map[string]bool{}
	for _, e := range b.Entries {
		for code := range e.Duties {
			used[code] = true
		}
		for _, id := range e.Basis {
			used[id] = true
		}
	}
	for _, d := range b.Duties {
		for _, name := range slices.Concat(d.With, d.Basis, []string{d.Department}) {
			used[name] = true
		}
		if d.EN == "" || d.ZH == "" {
			t.Errorf("%s has no name", d.Code)
		}
	}
	for _, d := range b.Departments {
		used[d.System] = true
	}
	var idle []string
	for _, d := range b.Duties {
		idle = append(idle, d.Code)
	}
	for _, d := range b.Departments {
		idle = append(idle, d.Name)
	}
	for _, s := range b.Systems {
		idle = append(idle, s.Code)
	}
	for _, s := range b.Sources {
		idle = append(idle, s.ID)
	}
	if idle = slices.DeleteFunc(idle, func(code string) bool { return used[code] }); len(idle) > 0 {
		t.Errorf("never used: %v", idle)
	}
}

// TestPlatesOnlyAdd: a plate takes nothing away, and the order of names moves no weight.
func TestPlatesOnlyAdd(t *testing.T) {
	var words []string
	for _, e := range namebook.Default().Entries {
		words = append(words, e.Words...)
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(words)
		name, plate := word.Draw(t, "name")+"办公室", word.Draw(t, "plate")+"站"
		both, turned := weights(namebook.Infer(name, []string{plate})), weights(namebook.Infer(plate, []string{name}))
		for code, weight := range weights(namebook.Infer(name, nil)) {
			if both[code] < weight {
				t.Fatalf("%s: %d, alone %d", code, both[code], weight)
			}
		}
		for code, weight := range both {
			if turned[code] != weight {
				t.Fatalf("%s: %d, the other way %d", code, weight, turned[code])
			}
		}
	})
}

func weights(functions []namebook.Function) map[string]int {
	out := map[string]int{}
	for _, f := range functions {
		out[string(f.Kind)+" "+f.Code] = f.Weight
	}
	return out
}

// FuzzInfer: no name breaks it, weights stay in range, and it says the same twice.
func FuzzInfer(f *testing.F) {
	for _, name := range []string{"", "办公室", "规划建设管理环保办公室", "农\xff技", "ＡＢＣ（统计）"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := namebook.Infer(name, nil)
		for _, function := range got {
			if function.Weight < 1 || function.Weight > namebook.Full || len(function.Because) == 0 || function.Name.EN == "" {
				t.Errorf("%+v", function)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(namebook.Infer(name, nil)) {
			t.Error("another reading the second time")
		}
		namebook.Default().Unread(name)
	})
}

func TestKindOf(t *testing.T) {
	for name, want := range map[string]gov.OrganKind{
		"党政办公室": gov.OrganOffice, "综治办": gov.OrganOffice, "城管科": gov.OrganOffice, "农业服务中心": gov.OrganInstitution,
		"统计经管站(包括审计)": gov.OrganInstitution, "综合行政执法大队": gov.OrganInstitution, "司法所": gov.OrganDispatched,
		"市场监督管理局分局": gov.OrganDispatched, "人武部": gov.OrganStatutory, "财政所": gov.OrganInstitution, "安全生产": "",
	} {
		if got, ok := namebook.KindOf(name); got != want || ok != (want != "") {
			t.Errorf("%s: %q", name, got)
		}
	}
}
