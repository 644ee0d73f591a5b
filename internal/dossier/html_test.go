package dossier_test

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

var voids = map[string]bool{"meta": true, "col": true, "br": true}

// fetches are attributes that have a browser fetch something.
var fetches = regexp.MustCompile(`^(src|srcset|data|poster|action|xlink:href|background)$`)

// soundPage checks that tags are balanced, that anchors are unique and every link within the page leads to one, and that
// the page runs no script and fetches nothing. It gives the page's text.
func soundPage(t interface {
	Helper()
	Errorf(string, ...any)
}, data []byte,
) string {
	t.Helper()
	z := html.NewTokenizer(bytes.NewReader(data))
	var open []string
	var text strings.Builder
	anchors, links := map[string]bool{}, []string{}
	for {
		kind := z.Next()
		token := z.Token()
		switch kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) || len(open) > 0 {
				t.Errorf("it ends with %v within %v", z.Err(), open)
			}
			for _, l := range links {
				if !anchors[l] {
					t.Errorf("a link leads to %q, which is not there", l)
				}
			}
			return text.String()
		case html.StartTagToken:
			if !voids[token.Data] {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Errorf("</%s> closes %v", token.Data, open)
				return ""
			}
			open = open[:len(open)-1]
		case html.TextToken:
			if len(open) > 0 && open[len(open)-1] == "style" {
				if strings.Contains(token.Data, "url(") || strings.Contains(token.Data, "@import") {
					t.Errorf("the style sheet fetches something")
				}
				continue
			}
			text.WriteString(token.Data)
		}
		if token.Data == "script" || token.Data == "iframe" || token.Data == "link" || token.Data == "img" {
			t.Errorf("the page has <%s>", token.Data)
		}
		for _, a := range token.Attr {
			if fetches.MatchString(a.Key) || strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s %s=%q>", token.Data, a.Key, a.Val)
			}
			if a.Key == "href" {
				if !strings.HasPrefix(a.Val, "#") {
					t.Errorf("a link leads out: %s", a.Val)
				}
				links = append(links, strings.TrimPrefix(a.Val, "#"))
			}
			if a.Key == "id" {
				if anchors[a.Val] {
					t.Errorf("anchor %s stands twice", a.Val)
				}
				anchors[a.Val] = true
			}
		}
	}
}

func TestThePageStandsAlone(t *testing.T) {
	for _, language := range []gov.Language{gov.LanguageZH, gov.LanguageEN} {
		in := ofTownship(t)
		in.Language = language
		text := soundPage(t, page(t, in))
		for _, want := range []string{"大金店镇", "乡村规划建设办公室", "28.52002", "27.02002"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q", language, want)
			}
		}
	}
}

func TestNamesAreOnlyText(t *testing.T) {
	c := countytest.Parse(t, `county 900001 甲县
department 农业局
township 东镇
  organ 甲办 OFFICE -> 农业局
  organ 乙办 OFFICE -> 农业局
`)
	organs := []string{"organ/东镇/甲办", "organ/东镇/乙办"}
	c, _, err := change.Apply(c, []change.Edit{
		&change.RenameDepartment{Key: "department/农业局", Name: `农<业>&"'局`}, &change.RenameTownship{Key: "township/东镇", Name: "东<script>alert(1)</script>镇"},
		&change.RenameOrgan{Key: organs[0], Name: "甲<b>&办"}, &change.RenameOrgan{Key: organs[1], Name: `乙"'办`},
	}, snapshot.Meta{Revision: 2})
	if err != nil {
		t.Fatal(err)
	}
	in := planned(t, c, proposal.Scope{}, "因<i>为</i>&", &change.MergeOrgans{Organs: organs, New: &gov.Organ{Name: "丙<&>办"}})
	in.Scenario.Title = "<h1>方案\x0b"
	text := soundPage(t, page(t, in))
	for _, want := range []string{"甲<b>&办", "丙<&>办", `乙"'办`, `农<业>&"'局`, "东<script>alert(1)</script>镇", "因<i>为</i>&", "<h1>方案"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	data := document(t, in)
	wellFormed(t, data)
	r := readBack(t, data)
	var all strings.Builder
	for _, l := range r.Lines {
		all.WriteString(l.Text + "\n")
	}
	for _, want := range []string{"甲<b>&办", "丙<&>办", "因<i>为</i>&", "<h1>方案"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no %q in the document", want)
		}
	}
}
