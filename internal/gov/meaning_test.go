package gov_test

import (
	"errors"
	"testing"

	"tiaokuai/internal/gov"
)

// 县属乡管乡用: the source document's cure raises neither AUTHORITY_SPLIT nor LINE_BLOCK_GAP.
func TestPresets(t *testing.T) {
	for management, want := range map[gov.Management][4]gov.Level{ // 机构隶属, 编制人事, 考核, 指挥调度
		gov.ManagementOwn:          {gov.LevelTownship, gov.LevelTownship, gov.LevelTownship, gov.LevelTownship},
		gov.ManagementTerritorial:  {gov.LevelTownship, gov.LevelTownship, gov.LevelTownship, gov.LevelTownship},
		gov.ManagementCountyDirect: {gov.LevelCounty, gov.LevelCounty, gov.LevelCounty, gov.LevelCounty},
		gov.ManagementVertical:     {gov.LevelCounty, gov.LevelCounty, gov.LevelCounty, gov.LevelCounty},
		gov.ManagementDual:         {gov.LevelCounty, gov.LevelCounty, gov.LevelTownship, gov.LevelTownship},
		"":                         {},
	} {
		o := &gov.Organ{Key: "o", Township: "t", Name: "所", Kind: gov.OrganDispatched, Management: management}
		got := [4]gov.Level{o.Holder(gov.PowerAffiliation), o.Holder(gov.PowerPersonnel), o.Holder(gov.PowerAppraisal), o.Holder(gov.PowerCommand)}
		if got != want {
			t.Errorf("%s: %v, want %v", management, got, want)
		}
		o.Powers = management.Preset()
		if p := o.Check(); len(p) > 0 {
			t.Errorf("%s: its own preset is refused: %v", management, p)
		}
	}
	o := &gov.Organ{Management: gov.ManagementVertical, Powers: []gov.Holding{{Power: gov.PowerCommand, Holder: gov.LevelTownship, Mode: gov.ModeAdvise}}}
	if o.Holder(gov.PowerCommand) != "" {
		t.Error("who advises does not hold, and powers on record stand in the preset's place")
	}
}

func TestListingFor(t *testing.T) {
	d := gov.Normalize(&gov.Duty{Listings: []gov.Listing{
		{List: gov.ListBasic},
		{List: gov.ListWithdrawn, Townships: []string{"甲"}, From: "2024-01-01", Until: "2024-12-31"},
	}})
	for _, c := range []struct {
		township string
		on       gov.Date
		want     gov.DutyList
	}{{"甲", "", gov.ListWithdrawn}, {"甲", "2024-12-31", gov.ListWithdrawn}, {"甲", "2025-01-01", gov.ListBasic}, {"甲", "2023-12-31", gov.ListBasic}, {"乙", "2024-06-01", gov.ListBasic}} {
		if l, ok := d.ListingFor(c.township, c.on); !ok || l.List != c.want {
			t.Errorf("%s on %s: %s, want %s", c.township, c.on, l.List, c.want)
		}
	}
	if _, ok := new(gov.Duty).ListingFor("甲", ""); ok {
		t.Error("a duty on no list has a listing")
	}
	if (gov.Listing{List: gov.ListBasic}).LeadLevel() != gov.LevelTownship || (gov.Listing{List: gov.ListSupporting}).LeadLevel() != gov.LevelCounty ||
		(gov.Listing{List: gov.ListTerritorial, Lead: gov.LevelTownship}).LeadLevel() != gov.LevelTownship {
		t.Error("the lead by the list is wrong")
	}
}

func TestDownTo(t *testing.T) {
	granted := gov.Authority{Level: gov.LevelTownship, Via: gov.ViaGranted, Townships: []string{"甲"}}
	if granted.DownTo("甲") != gov.ViaGranted || granted.DownTo("乙") != "" || (gov.Authority{Level: gov.LevelCounty}).DownTo("甲") != "" {
		t.Error("authority comes down wrongly")
	}
}

func TestChecks(t *testing.T) {
	for name, n := range map[string]gov.Node{
		"via without township":    &gov.Duty{Key: "d", Name: "d", Authority: gov.Authority{Level: gov.LevelCounty, Via: gov.ViaGranted}},
		"delegated by nobody":     &gov.Duty{Key: "d", Name: "d", Authority: gov.Authority{Level: gov.LevelTownship, Via: gov.ViaDelegated}},
		"dates run backwards":     &gov.Duty{Key: "d", Name: "d", Listings: []gov.Listing{{List: gov.ListBasic, From: "2024-02-01", Until: "2024-01-01"}}},
		"no day":                  &gov.Duty{Key: "d", Name: "d", Listings: []gov.Listing{{List: gov.ListBasic, From: "2024-02-30"}}},
		"two decide":              &gov.Organ{Key: "o", Township: "t", Name: "o", Kind: gov.OrganOffice, Powers: []gov.Holding{{Power: gov.PowerCommand, Holder: gov.LevelCounty, Mode: gov.ModeDecide}, {Power: gov.PowerCommand, Holder: gov.LevelTownship, Mode: gov.ModeDecide}}},
		"posts twice":             &gov.Organ{Key: "o", Township: "t", Name: "o", Kind: gov.OrganOffice, Posts: []gov.PostCount{{Type: gov.PostWorker, Count: 1}, {Type: gov.PostWorker, Count: 2}}},
		"negative staff":          &gov.Organ{Key: "o", Township: "t", Name: "o", Kind: gov.OrganOffice, Staff: -1},
		"leader without a post":   &gov.Leader{Key: "l", Township: "t"},
		"bounds cross":            &gov.Indicator{Key: "i", Name: "i", Low: 2, High: 1},
		"former of a leader":      &gov.Former{Key: "f", Name: "f", Of: gov.NodeLeader, Reason: gov.SuccessionMerged},
		"name with spaces":        &gov.Township{Key: "t", Name: " 镇"},
		"weight twice":            &gov.County{Key: "1", Name: "县", Settings: gov.Settings{Weights: []gov.Weight{{Kind: gov.OverlapManyToOne}, {Kind: gov.OverlapManyToOne}}}},
		"source without document": &gov.Source{Key: "s"},
	} {
		if p := n.Check(); len(p) != 1 || p[0].Message.ZH == "" || len(p[0].Path) == 0 {
			t.Errorf("%s: %d problems: %v", name, len(p), p)
		}
	}
	for name, e := range map[string]gov.Edge{
		"ends out of order": &gov.SharedOffice{From: "b", To: "a"},
		"of itself":         &gov.Succession{From: "a", To: "a", Reason: gov.SuccessionMerged},
		"no end":            &gov.Dispatch{From: "a"},
		"no role":           &gov.Charge{From: "a", To: "b"},
	} {
		if p := e.Check(); len(p) != 1 {
			t.Errorf("%s: %v", name, p)
		}
	}
}

func TestMicro(t *testing.T) {
	half := gov.One / 2
	for _, c := range []struct{ a, b, want gov.Micro }{{gov.One, 3 * gov.One, 3 * gov.One}, {half, half, 250_000}, {1, half, 1}, {1, half - 1, 0}, {333_333, 3 * gov.One, 999_999}} {
		if got := c.a.Times(c.b); got != c.want {
			t.Errorf("%d × %d = %d, want %d", c.a, c.b, got, c.want)
		}
	}
	if half.String() != "0.5" || (3*gov.One).String() != "3" {
		t.Error("written wrongly")
	}
}

func TestErrors(t *testing.T) {
	cause := errors.New("disk full")
	e := gov.Errorf(gov.CodeNotFound, "没有 %d", "no %d", 3).At("b").At("edits", 1).Because(cause).Advise("查", "look")
	p := gov.Problems{e, gov.Errorf(gov.CodeInvalid, "错", "wrong")}
	if !errors.Is(p.Err(), cause) || !errors.Is(p, &gov.Error{Code: gov.CodeInvalid}) || gov.CodeOf(p) != gov.CodeNotFound || gov.CodeOf(cause) != gov.CodeInternal {
		t.Error("an error is not found in its tree")
	}
	if len(e.Path) != 3 || e.Path[2] != "b" || e.Error() != "NOT_FOUND: no 3: disk full" || e.Hint.In(gov.LanguageEN) != "look" {
		t.Errorf("%v %v", e.Path, e)
	}
	if gov.Problems(nil).Err() != nil {
		t.Error("no problems are an error")
	}
}
