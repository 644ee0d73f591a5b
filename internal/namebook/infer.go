package namebook

import (
	"cmp"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// Kind is what a function is a function of.
type Kind string

// The kinds of function, in the order in which [Book.Infer] gives them.
const (
	KindSystem     Kind = "SYSTEM"
	KindDepartment Kind = "DEPARTMENT"
	KindDuty       Kind = "DUTY"
)

var kinds = []Kind{KindSystem, KindDepartment, KindDuty}

// Function is a duty that an organ has by its name, or the department or system that it answers to for it.
type Function struct {
	Kind    Kind     `json:"kind"`
	Code    string   `json:"code"` // of a system or duty; a department's name
	Name    gov.Text `json:"name"`
	Weight  int      `json:"weight"`  // 1 to 3 thirds: the most that a word gives it
	Because []Reason `json:"because"` // one for each word that gives it, in the order of the names
}

// Reason is a word that gave an organ a function.
type Reason struct {
	In     string   `json:"in"` // the name or plate that it was read in
	Word   string   `json:"word"`
	Duty   string   `json:"duty"` // the duty's code
	Weight int      `json:"weight"`
	Basis  []string `json:"basis"` // sources of the word's and of the duty's entry, else INFERRED
}

// Infer is what the embedded catalogue reads from an organ's name and plates.
func Infer(name string, plates []string) []Function { return Default().Infer(name, plates) }

// Infer are the functions of an organ of this name and these plates: systems, departments, duties; within each the
// heaviest first, then in the order of their codes. A name of which no word is known has none.
func (b *Book) Infer(name string, plates []string) []Function {
	found := map[Kind]map[string]*Function{KindSystem: {}, KindDepartment: {}, KindDuty: {}}
	for _, text := range append([]string{name}, plates...) {
		words := b.split(text)
		telling := slices.ContainsFunc(words, func(w part) bool { return w.entry != nil && !w.entry.Alone })
		for _, w := range words {
			if w.entry != nil && !(w.entry.Alone && telling) {
				b.take(found, text, w)
			}
		}
	}
	var out []Function
	for _, kind := range kinds {
		from := len(out)
		for _, code := range sorted(found[kind]) {
			out = append(out, *found[kind][code])
		}
		slices.SortStableFunc(out[from:], func(f, g Function) int { return cmp.Compare(g.Weight, f.Weight) })
	}
	return out
}

// take adds what one word says.
func (b *Book) take(found map[Kind]map[string]*Function, text string, w part) {
	for _, code := range sorted(w.entry.Duties) {
		duty, weight := b.duties[code], w.entry.Duties[code]
		reason := Reason{In: text, Word: w.text, Duty: code, Weight: weight, Basis: basisOf(w.entry.Basis, duty.Basis)}
		give := func(kind Kind, code string, name gov.Text, weight int) {
			reason.Weight = weight
			f := found[kind][code]
			if f == nil {
				f = &Function{Kind: kind, Code: code, Name: name}
				found[kind][code] = f
			}
			f.Weight = max(f.Weight, weight)
			f.Because = append(f.Because, reason)
		}
		give(KindDuty, code, gov.Text{ZH: duty.ZH, EN: duty.EN}, weight)
		main := b.departments[duty.Department]
		give(KindDepartment, main.Name, gov.Text{ZH: main.Name, EN: main.EN}, weight)
		for _, other := range duty.With {
			d := b.departments[other]
			give(KindDepartment, d.Name, gov.Text{ZH: d.Name, EN: d.EN}, 1)
		}
		system := b.systems[main.System]
		give(KindSystem, system.Code, gov.Text{ZH: system.ZH, EN: system.EN}, weight)
		for _, other := range sorted(duty.Also) {
			s := b.systems[other]
			give(KindSystem, s.Code, gov.Text{ZH: s.ZH, EN: s.EN}, min(weight, duty.Also[other]))
		}
	}
}

// part is a stretch of a name: a word with its entry, or what lies between words.
type part struct {
	text  string
	entry *Entry
}

// split takes the longest words from left to right.
func (b *Book) split(name string) []part {
	var out []part
	runes := []rune(name)
	rest := 0 // where what no word covers begins
	for at := 0; at < len(runes); {
		word := b.longestAt(runes[at:])
		if word == "" {
			at++
			continue
		}
		if rest < at {
			out = append(out, part{text: string(runes[rest:at])})
		}
		out = append(out, part{word, b.words[word]})
		at += len([]rune(word))
		rest = at
	}
	if rest < len(runes) {
		out = append(out, part{text: string(runes[rest:])})
	}
	return out
}

func (b *Book) longestAt(runes []rune) string {
	for n := min(b.longest, len(runes)); n > 0; n-- {
		if word := string(runes[:n]); b.words[word] != nil {
			return word
		}
	}
	return ""
}

// Unread are the stretches of a name that no word covers and that are no mere form of name (办公室, 服务中心, 管理 …).
func (b *Book) Unread(name string) []string {
	var out []string
	for _, p := range b.split(name) {
		if p.entry != nil {
			continue
		}
		for _, form := range forms {
			p.text = strings.ReplaceAll(p.text, form, "")
		}
		if p.text != "" {
			out = append(out, p.text)
		}
	}
	return out
}

// forms say what sort of organ it is, not what it does; longer ones first.
var forms = []string{
	"领导小组", "办公室", "委员会", "事务所", "工作站", "服务站", "管理站", "工作室", "中心", "分局", "大队", "中队", "分队", "支队", "专班",
	"管理", "服务", "工作", "监督", "推广", "综合", "技术", "指导", "事务", "乡镇", "街道", "镇街", "协调", "联络", "委员", "公室",
	"办", "局", "科", "部", "站", "所", "室", "队", "院", "组", "处", "岗", "会", "委", "和", "与", "及", "乡", "镇", "(", ")", "（", "）", "、", "/", " ",
}
