package proposal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tiaokuai/internal/gov"
)

// suffixes are how organs' names end, longer ones first.
var suffixes = []string{"综合服务中心", "服务中心", "工作办公室", "办公室", "工作站", "服务站", "中心", "大队", "中队", "站", "所", "队", "室", "科", "办"}

// places are words for where something is done, which say the same of two organs of one township.
var places = []string{"乡村", "村镇", "农村", "城乡", "镇村", "城镇", "集镇", "乡镇"}

// fillers are words that say nothing of what an organ does.
var fillers = []string{"综合", "工作", "服务", "管理", "事务"}

// longestName is the most characters of a suggested name before its end.
const longestName = 12

// suggestName is a name for what organs of these names become, given in the snapshot's order, and where it comes from:
//
//  1. a leader's line of work (分管工作) made up of words of every name, with the ending of the first;
//  2. the names united: the first one's place (乡村, 村镇 … say the same of one township) and the words of all in the order
//     in which the names have them, each once, with the ending of the first: 乡村建设办公室 and 村镇规划建设办公室 become
//     乡村规划建设办公室;
//  3. where they have no word in common, the names joined by 和 without what says nothing (工作, 综合): 党建和平安建设办公室;
//  4. the first name, where that gets longer than twelve characters before its end.
//
// Of 办 and 办公室, which are the same, the longer is taken. It is a suggestion and INFERRED: the notes say so.
func suggestName(names, lines []string) (string, gov.Text) {
	var stems []stem
	for _, n := range names {
		stems = append(stems, stemOf(n))
	}
	end := stems[0].end
	if end == "办" && slices.ContainsFunc(stems, func(s stem) bool { return s.end == "办公室" }) {
		end = "办公室"
	}
	for _, line := range lines {
		if madeOf(line, stems) {
			return line + end, say("班子成员分管工作“%[1]s”", "a leader's line of work, “%[1]s”", line)
		}
	}
	from := say("原名称的合成", "the old names, united")
	words, common := unite(stems)
	if common {
		place := ""
		for _, s := range stems {
			if place == "" {
				place = s.place
			}
		}
		if name := place + strings.Join(words, ""); utf8.RuneCountInString(name) <= longestName {
			return name + end, from
		}
		return names[0], say("沿用原名称", "an old name, kept")
	}
	var parts []string
	for _, s := range stems {
		if part := s.place + strings.Join(withoutFillers(s.words), ""); part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	if name := strings.Join(parts, "和"); len(parts) > 1 && utf8.RuneCountInString(name) <= longestName {
		return name + end, from
	}
	return names[0], say("沿用原名称", "an old name, kept")
}

// stem is an organ's name taken apart: 村镇 · 规划 建设 · 办公室.
type stem struct {
	place string
	words []string // of two characters, a last one of one or three
	end   string
}

func stemOf(name string) stem {
	var s stem
	for _, end := range suffixes {
		if rest, ok := strings.CutSuffix(name, end); ok && rest != "" {
			name, s.end = rest, end
			break
		}
	}
	if s.end == "工作办公室" {
		s.end = "办公室"
		name += "工作"
	}
	for _, p := range places {
		if rest, ok := strings.CutPrefix(name, p); ok && rest != "" {
			name, s.place = rest, p
			break
		}
	}
	s.words = wordsOf(name)
	return s
}

func wordsOf(name string) []string {
	var words []string
	runes := []rune(name)
	for len(runes) > 3 || len(runes) == 2 {
		words, runes = append(words, string(runes[:2])), runes[2:]
	}
	if len(runes) > 0 {
		words = append(words, string(runes))
	}
	return words
}

// unite is every word of all once, in an order that is each name's own where these agree, and whether two of the names
// have a word in common that says something.
func unite(stems []stem) (words []string, common bool) {
	for _, s := range stems {
		at := len(words)
		for i := len(s.words) - 1; i >= 0; i-- {
			if j := slices.Index(words, s.words[i]); j >= 0 {
				common = common || !slices.Contains(fillers, s.words[i])
				at = min(at, j)
				continue
			}
			words = slices.Insert(slices.Clone(words), at, s.words[i])
		}
	}
	return words, common
}

// madeOf says whether a line of work consists of words of the names alone, and has one of each name that says something.
func madeOf(line string, stems []stem) bool {
	l := stemOf(line)
	words := slices.Clone(l.words)
	if l.place != "" {
		words = append(words, l.place)
	}
	for _, w := range words {
		if !slices.ContainsFunc(stems, func(s stem) bool { return s.place == w || slices.Contains(s.words, w) }) {
			return false
		}
	}
	for _, s := range stems {
		if !slices.ContainsFunc(withoutFillers(s.words), func(w string) bool { return slices.Contains(l.words, w) }) {
			return false
		}
	}
	return len(l.words) > 1
}

func withoutFillers(words []string) []string {
	out := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(fillers, w) })
	if len(out) == 0 {
		return words
	}
	return out
}
