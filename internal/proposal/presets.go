package proposal

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

// Preset is one rule of a place and a year, with its source, that proposals can be held to. Rules that contradict each
// other stand side by side: which holds is for the planner to say. Only what a page says that was looked up is among them
// (trust A or B); the historical ones are marked by their status.
type Preset struct {
	ID     string       `json:"id"`
	Type   string       `json:"type"` // must_exist, keep_separate, principle, procedure, prohibit, access, law, quota, staffing, leaders, type_mixing, policy
	Name   gov.Text     `json:"name"`
	Text   gov.Text     `json:"text"`
	Region gov.Text     `json:"region"`
	Year   int          `json:"year,omitempty"` // 0: not said
	Status string       `json:"status"`         // in the collector's words: 现行或通行, 历史规则 …
	Source PresetSource `json:"source"`
	Trust  string       `json:"trust"`  // A or B
	Always bool         `json:"always"` // a principle or procedure that every proposal is held to
	Rule   PresetRule   `json:"rule"`
}

// PresetSource is where a preset was read.
type PresetSource struct {
	Title   string `json:"title,omitempty"`
	Address string `json:"address,omitempty"`
	Quote   string `json:"quote"`
	Note    string `json:"note,omitempty"`
}

// PresetRule is what a preset demands. What is not named is not demanded.
type PresetRule struct {
	MustExist        [][]string               `json:"mustExist,omitempty"` // each: names one of which is that of an organ or plate
	Alone            []string                 `json:"alone,omitempty"`     // names of organs that stay by themselves
	Frozen           []gov.OrganKind          `json:"frozen,omitempty"`    // kinds of organ that nothing changes
	Forbidden        []string                 `json:"forbidden,omitempty"` // words that no organ's name has
	MaxOrgans        int                      `json:"maxOrgans,omitempty"`
	MaxOffices       map[gov.Size]int         `json:"maxOffices,omitempty"`       // OFFICE alone
	MaxOfficesByKind map[gov.TownshipKind]int `json:"maxOfficesByKind,omitempty"` // OFFICE alone
	KindsApart       bool                     `json:"kindsApart,omitempty"`
	Leaders          []int                    `json:"leaders,omitempty"`       // how many, from and to
	Principle        bool                     `json:"principle,omitempty"`     // what mergers rest on
	MeasureOffice    bool                     `json:"measureOffice,omitempty"` // a coordination measure has no office of its own
	Ask              []Kind                   `json:"ask,omitempty"`           // kinds of proposal that have to follow it
	About            []string                 `json:"about,omitempty"`         // only for organs with such words in their names
	Prefer           Kind                     `json:"prefer,omitempty"`        // RETURN_DUTY or ADMIT_DUTY, which comes first
}

//go:embed presets.json
var presetsJSON []byte

var presets = sync.OnceValue(func() []Preset {
	var out []Preset
	if err := gov.DecodeStrict(presetsJSON, &out); err != nil {
		panic(err) // embedded, and read by every test
	}
	return out
})

// Presets are all rules in the order of their ids.
func Presets() []Preset { return slices.Clone(presets()) }

// text names a source: its title, else the page's address.
func (s PresetSource) text() gov.Text {
	title := s.Title
	if title == "" {
		title = s.Address
	}
	return say("%[1]s：“%[2]s”", "%[1]s: “%[2]s”", title, s.Quote)
}

// terms are where and when a preset is from.
func (p Preset) terms() gov.Text {
	when := ""
	if p.Year > 0 {
		when = strconv.Itoa(p.Year)
	}
	zh, en := []string{p.Region.ZH}, []string{p.Region.EN}
	if when != "" {
		zh, en = append(zh, when+"年"), append(en, when)
	}
	return gov.Text{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}

// rulesFor are the presets that hold for a site: those chosen, and those that always do.
func rulesFor(s *site) []Preset {
	return slices.DeleteFunc(Presets(), func(p Preset) bool { return !p.Always && !slices.Contains(s.options.Presets, p.ID) })
}

// constraints are the planner's with what the presets add. Where each township of the whole county is reformed by itself
// they are those that concern its organs.
func (s *site) constraints() reform.Constraints {
	c := s.options.Constraints
	here := s.hasKey()
	if s.each {
		only := func(keys []string) []string {
			return slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return !here(key) })
		}
		c.Alone = only(c.Alone)
		c.MustLink, c.CannotLink = linksOf(c.MustLink, only), linksOf(c.CannotLink, only)
	}
	for _, r := range s.rules {
		for _, t := range s.townships {
			for o := range t.EachOrgan() {
				if reform.Eligible(o.Kind) && (slices.Contains(r.Rule.Alone, o.Name) || slices.Contains(r.Rule.Frozen, o.Kind)) {
					c.Alone = append(slices.Clip(c.Alone), o.Key)
				}
			}
		}
		if r.Rule.KindsApart {
			c.MixKinds = false
		}
		if most := r.Rule.MaxOrgans; most > 0 && (c.MaxOrgans == 0 || most < c.MaxOrgans) {
			c.MaxOrgans = most
		}
	}
	return c
}

func (s *site) hasKey() func(string) bool {
	names := map[string]bool{}
	for _, t := range s.townships {
		for o := range t.EachOrgan() {
			names[o.Key] = reform.Eligible(o.Kind)
		}
	}
	return func(key string) bool { return names[key] }
}

func linksOf(links [][]string, only func([]string) []string) [][]string {
	var out [][]string
	for _, l := range links {
		if keys := only(l); len(keys) > 1 {
			out = append(out, keys)
		}
	}
	return out
}
