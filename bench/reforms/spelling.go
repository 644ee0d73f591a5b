package main

import (
	"regexp"
	"slices"
	"strings"

	"tiaokuai/internal/namebook"
)

// spelling gives the forms by which a name is compared with others. An organ may be spelled otherwise in a merger than in
// the list: steps are tried one after another, each more daring; the first at which anything is alike decides.
type spelling func(name, place string) []string

var (
	// sure spellings are the same organ: brackets, and the township's name before it.
	sure = []spelling{bracketless, placeless}
	// likely ones are, unless another organ has the name: how the ending is put, and what the catalogue reads in the name.
	likely = []spelling{bracketless, placeless, short, function}
)

// alikeNames are those of some names that are the same as another at the first step at which any is.
func alikeNames(name string, among []string, place string, steps []spelling) []string {
	for _, forms := range steps {
		own := forms(name, place)
		found := slices.DeleteFunc(slices.Clone(among), func(other string) bool {
			return !slices.ContainsFunc(forms(other, place), func(f string) bool { return slices.Contains(own, f) })
		})
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

var (
	bracketed = regexp.MustCompile(`\([^()]*\)`)
	brackets  = strings.NewReplacer("(", "", ")", "", "[", "", "]", "", "“", "", "”", "", `"`, "", "·", "")
)

// bracketless is a name without what stands in brackets, and without the marks alone.
func bracketless(name, _ string) []string {
	k := key(name)
	return slices.DeleteFunc([]string{brackets.Replace(bracketed.ReplaceAllString(k, "")), brackets.Replace(k)}, func(s string) bool { return s == "" })
}

var (
	township  = regexp.MustCompile(`^([本全该某]?|\p{Han}{2,})(镇|乡|街道)$`)
	noPlace   = regexp.MustCompile(`(小城|中心|特色|重点|美丽)镇$|(城|美丽|返|下)乡$`) // 小城镇建设, 城乡建设
	area      = regexp.MustCompile(`[省市县区旗镇乡道]$`)
	authority = regexp.MustCompile(`^(人民政府|政府|党委|党工委|办事处)`)
)

// placeless is a name, and what is left of it after the name of a place: 石龙镇党政办公室, 街道财政所.
func placeless(name, place string) []string {
	var out []string
	for _, n := range bracketless(name, "") {
		out = append(out, n)
		for i := range n {
			head, rest := n[:i], n[i:]
			own := len(head) > len("镇") && area.MatchString(head) && strings.Contains(folded(place), head)
			if !own && (!township.MatchString(head) || noPlace.MatchString(head)) {
				continue
			}
			out = append(out, rest)
			if cut := authority.ReplaceAllString(rest, ""); cut != rest && len(cut) > len("办") {
				out = append(out, cut)
			}
		}
	}
	return out
}

var ending = regexp.MustCompile(`(服务|工作|管理|事务)+(站|所|中心|办|队)$`)

// short is a name with its ending alone: 农业站 for 农业服务站 or 农业工作站.
func short(name, place string) []string {
	var out []string
	for _, n := range placeless(name, place) {
		if s := ending.ReplaceAllString(n, "$2"); ending.FindString(n) != n {
			out = append(out, s)
		}
	}
	return out
}

var lastOf = regexp.MustCompile(`(站|所|中心|办|队)$`)

// function is what the catalogue reads in a name to its end, with the sort of organ: 农技站 and 农业技术推广站.
func function(name, place string) []string {
	var out []string
	for _, n := range short(name, place) {
		book, key := namebook.Default(), lastOf.FindString(n)
		functions := book.Infer(n, nil)
		if key == "" || len(functions) == 0 || len(book.Unread(n)) > 0 {
			continue
		}
		for _, f := range functions {
			key += " " + f.Code + strings.Repeat("+", f.Weight)
		}
		out = append(out, key)
	}
	return out
}
