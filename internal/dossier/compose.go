package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// composer writes the parts of one dossier.
type composer struct {
	Input
	townships       []snapshot.Township // in scope, before
	results         []snapshot.Township // in scope, after
	taken, rejected []proposal.Proposal
	organs          []scenario.OrganLine // what became of organs in scope, those kept as they were left out
	moves           []scenario.DutyMove
	issues          []scenario.Issue
	balance         scenario.Balance
	lacks           []Lack
	quoted          map[string]bool // keys of sources quoted already
	remaining       *overlap.Report // what is found after it
}

func newComposer(in Input) *composer {
	c := &composer{Input: in, quoted: map[string]bool{}, remaining: overlap.Of(in.After)}
	c.scope()
	for _, p := range in.Proposals {
		if slices.Contains(in.Scenario.Origin.Proposals, p.Key) {
			c.taken = append(c.taken, p)
		} else {
			c.rejected = append(c.rejected, p)
		}
	}
	for _, l := range scenario.OrganMap(in.Before, in.After) {
		if !slices.Equal(l.Reasons, []scenario.MapReason{scenario.MapKept}) {
			c.organs = append(c.organs, l)
		}
	}
	c.moves = scenario.DutyMoves(in.Before, in.After)
	c.issues = scenario.Check(in.Before, in.After, in.Scenario.Scope)
	c.balance = scenario.Ledger(in.Before, in.After)
	c.lacks = c.lacking()
	return c
}

// say is a sentence in the dossier's language.
func (c *composer) say(zh, en string, args ...any) string {
	return gov.Textf(zh, en, args...).In(c.Language)
}

// text is a text of another room in the dossier's language.
func (c *composer) text(t gov.Text) string { return t.In(c.Language) }

func (c *composer) english() bool { return c.Language == gov.LanguageEN }

// name is the name of what a key stands for, before or after.
func (c *composer) name(key string) string {
	for _, county := range []*snapshot.County{c.Before, c.After} {
		if n, ok := county.Node(key); ok {
			return n.NodeName()
		}
	}
	return key
}

// names lists the names of keys.
func (c *composer) names(keys []string) string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = c.name(key)
	}
	return c.list(out)
}

// list joins names as the language does.
func (c *composer) list(names []string) string {
	if c.english() {
		return strings.Join(names, ", ")
	}
	return strings.Join(names, "、")
}

// orDash is a text, or a dash for nothing.
func orDash(text string) string { return cmp.Or(text, "—") }

// lack is a mark for what is still to be supplied.
func (c *composer) lack(zh, en string, args ...any) Span {
	return Span{Text: c.say("【待补充：%s】", "[to be supplied: %s]", c.say(zh, en, args...)), Lack: true}
}

// body is a paragraph.
func (c *composer) body(zh, en string, args ...any) Paragraph {
	return Paragraph{Body, plain(c.say(zh, en, args...))}
}

// note is a paragraph in small print.
func (c *composer) note(zh, en string, args ...any) Paragraph {
	return Paragraph{Note, plain(c.say(zh, en, args...))}
}

// heading is a heading whose number comes later.
func (c *composer) heading(level int, zh, en string, args ...any) Heading {
	return Heading{Level: level, Text: c.say(zh, en, args...)}
}

// numbered gives headings their numbers and anchors; part 0 are the annexes, whose headings need no anchors.
func (c *composer) numbered(part int, blocks []Block) []Block {
	second, third := 0, 0
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		if h, ok := b.(Heading); ok {
			if h.Level == 2 {
				second, third = second+1, 0
				h.Number = c.number(2, second)
			} else {
				third++
				h.Number = c.number(3, third)
			}
			if part > 0 {
				h.Anchor = fmt.Sprintf("s%d-%d-%d", part, second, third)
			}
			b = h
		}
		out[i] = b
	}
	return out
}

// number is a heading's number: 一、 （一） 1. or, in English, 1. (1) a.
func (c *composer) number(level, n int) string {
	switch {
	case level == 1 && !c.english():
		return numeral(n) + "、"
	case level == 2 && !c.english():
		return "（" + numeral(n) + "）"
	case level == 2:
		return fmt.Sprintf("(%d) ", n)
	case level == 3 && c.english():
		return letters(n) + ". "
	}
	return fmt.Sprintf("%d. ", n)
}

// letters counts a, b, … z, aa, ab ….
func letters(n int) string {
	if n > 26 {
		return letters((n-1)/26) + letters((n-1)%26+1)
	}
	return string(rune('a' + n - 1))
}

var digits = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// numeral is a number below 100 in Chinese; larger ones in digits.
func numeral(n int) string {
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	case n < 100:
		return digits[n/10] + "十" + digits[n%10]
	}
	return fmt.Sprint(n)
}

// day is a date as people write it.
func (c *composer) day(d gov.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return c.say("%[1]d年%[2]d月%[3]d日", "%[4]s", t.Year(), int(t.Month()), t.Day(), t.Format("2 January 2006"))
}
