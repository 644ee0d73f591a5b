package admission_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/admission"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

const text = `county 900001 甲县
department 城管局
department 林业局
township 东镇
  organ 综合行政执法大队 INSTITUTION short=执法队
  organ 平安办 OFFICE
township 西镇
  organ 综合行政执法大队 INSTITUTION
duty 占道经营查处 ENFORCEMENT
  list WITHDRAWN townships=东镇,西镇 from=2020-01-01
  authority COUNTY department=城管局
duty 防火巡查 MANAGEMENT list=BASIC
`

// day is the day of a month of 2024 in China.
func day(month, d int) time.Time {
	return time.Date(2024, time.Month(month), d, 8, 0, 0, 0, time.UTC)
}

func enforcement() admission.Content {
	yes := admission.Test{Passed: true, Reason: "现场可查"}
	return admission.Content{
		Title: "占道经营查处下放", Department: "department/城管局", Duty: "duty/占道经营查处", Townships: []string{"township/东镇", "township/西镇"},
		List: gov.ListTerritorial, Lead: gov.LevelTownship, LegalBasis: "《城市市容和环境卫生管理条例》第十四条",
		Bearers:   []admission.Bearer{{Organ: "综合行政执法大队", Actions: []gov.Action{gov.ActionInspect, gov.ActionPunish}}},
		Posts:     []admission.Posts{{Organ: "综合行政执法大队", Posts: []gov.PostCount{{Type: gov.PostInstitution, Count: 2}}}},
		Funds:     "每年 10 万元",
		Technique: "岗前培训", Authority: admission.Authority{Via: gov.ViaGranted, Document: "政〔2024〕3号"},
		Tests:   &admission.Tests{Simple: yes, Perishable: yes, SingleDept: yes},
		Expires: "2027-06-30", Evaluate: "2025-06-30",
	}
}

func draft(t *testing.T, c *snapshot.County, content admission.Content) admission.Application {
	t.Helper()
	a, err := admission.New(c, content)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func record(t *testing.T, a admission.Application, steps ...admission.Step) admission.Application {
	t.Helper()
	for _, s := range steps {
		next, err := a.Record(s)
		if err != nil {
			t.Fatalf("%s: %v", s.Kind, err)
		}
		a = next
	}
	return a
}

func pass(kind admission.StepKind, month, d int, township string) admission.Step {
	return admission.Step{
		Kind: kind, Outcome: admission.OutcomePassed, Township: township, Actor: "张三", Time: day(month, d), Date: gov.DateOf(day(month, d)),
		Document: string(kind) + "文件",
	}
}

// walk takes an application from its draft to its publication on 2024-06-30.
func walk(t *testing.T, a admission.Application) admission.Application {
	t.Helper()
	for a.State() != admission.StatePublished {
		kind, township := a.Next()[0], ""
		if kind == admission.StepTownshipOpinion {
			township = a.Waiting()[0]
		}
		a = record(t, a, pass(kind, 6, 30, township))
	}
	return a
}

func TestTheProcedureFromApplicationToPublication(t *testing.T) {
	c := countytest.Parse(t, text)
	a := draft(t, c, enforcement())
	var kinds []admission.StepKind
	var states []admission.State
	for i, s := range []admission.Step{
		pass(admission.StepApplication, 1, 1, ""), pass(admission.StepJointMeeting, 2, 1, ""), pass(admission.StepTownshipOpinion, 3, 2, "township/西镇"),
		pass(admission.StepTownshipOpinion, 3, 2, "township/东镇"), pass(admission.StepLegalityReview, 4, 1, ""), pass(admission.StepApproval, 5, 1, ""),
		pass(admission.StepPublication, 6, 1, ""),
	} {
		if next := a.Next(); len(next) != 1 || next[0] != s.Kind {
			t.Fatalf("before step %d comes %v", i, next)
		}
		kinds, states = append(kinds, a.Next()[0]), append(states, a.State())
		a = record(t, a, s)
	}
	want := []admission.State{
		admission.StateDraft, admission.StateReviewing, admission.StateReviewing, admission.StateReviewing, admission.StateReviewing, admission.StateReviewing,
		admission.StateApproved,
	}
	if diff := cmp.Diff(want, states); diff != "" {
		t.Error(diff)
	}
	if a.State() != admission.StatePublished || a.Open() || len(kinds) != 7 {
		t.Errorf("it ends %s", a.State())
	}
}

func TestStepsThatAreRefused(t *testing.T) {
	c := countytest.Parse(t, text)
	fresh := draft(t, c, enforcement())
	applied := record(t, fresh, pass(admission.StepApplication, 1, 10, ""))
	met := record(t, applied, pass(admission.StepJointMeeting, 2, 1, ""))
	change := func(s admission.Step, with func(*admission.Step)) admission.Step { with(&s); return s }
	meeting := pass(admission.StepJointMeeting, 2, 1, "")
	for name, one := range map[string]struct {
		to    admission.Application
		step  admission.Step
		field string
		code  gov.Code
	}{
		"out of order":         {fresh, meeting, "kind", gov.CodeConflict},
		"unknown":              {fresh, pass("MAYBE", 1, 1, ""), "kind", gov.CodeInvalid},
		"without actor":        {applied, change(meeting, func(s *admission.Step) { s.Actor = "" }), "actor", gov.CodeInvalid},
		"without document":     {applied, change(meeting, func(s *admission.Step) { s.Document = "" }), "document", gov.CodeInvalid},
		"before the last one":  {applied, change(meeting, func(s *admission.Step) { s.Time, s.Date = day(1, 10).Add(-time.Hour), "2024-01-10" }), "time", gov.CodeInvalid},
		"dated backwards":      {applied, change(meeting, func(s *admission.Step) { s.Date = "2024-01-09" }), "date", gov.CodeInvalid},
		"dated ahead":          {applied, change(meeting, func(s *admission.Step) { s.Date = "2024-02-02" }), "date", gov.CodeInvalid},
		"no day":               {applied, change(meeting, func(s *admission.Step) { s.Date = "2024-02-30" }), "date", gov.CodeInvalid},
		"returned unexplained": {applied, change(meeting, func(s *admission.Step) { s.Outcome = admission.OutcomeReturned }), "note", gov.CodeInvalid},
		"another township":     {met, pass(admission.StepTownshipOpinion, 3, 1, "township/南镇"), "township", gov.CodeConflict},
		"a refused draft":      {fresh, change(pass(admission.StepApplication, 1, 1, ""), func(s *admission.Step) { s.Outcome, s.Note = admission.OutcomeRefused, "否" }), "outcome", gov.CodeInvalid},
	} {
		_, err := one.to.Record(one.step)
		if at := place(err); gov.CodeOf(err) != one.code || at != one.field {
			t.Errorf("%s: %v at %q, want %s at %s", name, err, at, one.code, one.field)
		}
	}
}

// place is the field of an error's one problem.
func place(err error) string {
	var path []any
	switch err := err.(type) {
	case gov.Problems:
		if len(err) == 1 {
			path = err[0].Path
		}
	case *gov.Error:
		path = err.Path
	}
	if len(path) == 0 {
		return ""
	}
	field, _ := path[0].(string)
	return field
}

func TestWhatWasReturnedGoesOnAndKeepsItsTrail(t *testing.T) {
	c := countytest.Parse(t, text)
	a := record(t, draft(t, c, enforcement()), pass(admission.StepApplication, 1, 1, ""), pass(admission.StepJointMeeting, 2, 1, ""))
	if _, err := a.Amend(c, enforcement()); gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("amended under review: %v", err)
	}
	back := pass(admission.StepTownshipOpinion, 3, 1, "township/东镇")
	back.Outcome, back.Note = admission.OutcomeReturned, "编制不足"
	a = record(t, a, back)
	if a.State() != admission.StateReturned || !a.Open() {
		t.Fatalf("it is %s", a.State())
	}
	better := enforcement()
	better.Posts[0].Posts[0].Count = 4
	a, err := a.Amend(c, better)
	if err != nil {
		t.Fatal(err)
	}
	before := len(a.Steps)
	a = record(t, a, pass(admission.StepApplication, 4, 1, ""), pass(admission.StepJointMeeting, 4, 2, ""))
	if got := a.Waiting(); len(got) != 2 {
		t.Errorf("the second round waits for %v", got)
	}
	if len(a.Steps) != before+2 || a.Steps[0].Content.Posts[0].Posts[0].Count != 2 || a.Steps[3].Content.Posts[0].Posts[0].Count != 4 {
		t.Errorf("the trail lost what the first round judged")
	}
	better.Posts[0].Posts[0].Count = 9
	if a.Posts[0].Posts[0].Count != 4 {
		t.Error("the application shares its content with the caller")
	}
}

func TestRefusedAndWithdrawn(t *testing.T) {
	c := countytest.Parse(t, text)
	applied := record(t, draft(t, c, enforcement()), pass(admission.StepApplication, 1, 1, ""))
	no := pass(admission.StepJointMeeting, 2, 1, "")
	no.Outcome, no.Note = admission.OutcomeRefused, "不属于乡镇职责"
	refused := record(t, applied, no)
	withdrawn, err := applied.Withdraw("李四", "暂缓", day(2, 1))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []admission.Application{refused, withdrawn} {
		if a.Open() || len(a.Next()) > 0 {
			t.Errorf("%s: next %v", a.State(), a.Next())
		}
		if _, err := a.Edits(c); gov.CodeOf(err) != gov.CodeConflict {
			t.Errorf("%s changes the county: %v", a.State(), err)
		}
		if _, err := a.Withdraw("李四", "", day(3, 1)); gov.CodeOf(err) != gov.CodeConflict {
			t.Errorf("%s is withdrawn: %v", a.State(), err)
		}
	}
	if len(applied.Steps) != 1 {
		t.Error("an operation changed its argument")
	}
}

func TestContentsThatAreRefused(t *testing.T) {
	c := countytest.Parse(t, text)
	for field, spoil := range map[string]func(*admission.Content){
		"title":      func(c *admission.Content) { c.Title = " " },
		"legalBasis": func(c *admission.Content) { c.LegalBasis = "" },
		"department": func(c *admission.Content) { c.Department = "duty/防火巡查" },
		"duty":       func(c *admission.Content) { c.New = &gov.Duty{Name: "新事项", Nature: gov.NatureEnforcement} },
		"townships":  func(c *admission.Content) { c.Townships = append(c.Townships, "township/东镇") },
		"list":       func(c *admission.Content) { c.List = gov.ListWithdrawn },
		"tests":      func(c *admission.Content) { c.Tests = nil },
		"bearers":    func(c *admission.Content) { c.Bearers[0].Actions = []gov.Action{"SLEEP"} },
		"posts":      func(c *admission.Content) { c.Posts[0].Posts[0].Count = 0 },
		"expires":    func(c *admission.Content) { c.Expires = "2023-02-30"; c.Evaluate = "" },
		"evaluate":   func(c *admission.Content) { c.Evaluate = "2030-01-01" },
		"authority":  func(c *admission.Content) { c.Authority.Via = "BORROWED" },
		"new": func(c *admission.Content) {
			c.Duty = ""
			c.New = &gov.Duty{Name: "防火巡查", Nature: gov.NatureEnforcement}
		},
	} {
		content := enforcement()
		spoil(&content)
		if _, err := admission.New(c, content); place(err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	content := enforcement()
	content.Duty = "duty/防火巡查"
	if _, err := admission.New(c, content); place(err) != "tests" {
		t.Errorf("tests of a duty that is no enforcement: %v", err)
	}
}

func TestPublicationChangesTheCounty(t *testing.T) {
	c := countytest.Parse(t, text)
	a := walk(t, draft(t, c, enforcement()))
	next := publish(t, c, a, "2024-06-30")
	d, _ := snapshot.Lookup[snapshot.Duty](next, "duty/占道经营查处")
	want := []gov.Listing{
		{List: gov.ListTerritorial, Lead: gov.LevelTownship, Townships: []string{"township/东镇", "township/西镇"}, From: "2024-06-30", Until: "2027-06-30", Document: "PUBLICATION文件"},
		{List: gov.ListWithdrawn, Townships: []string{"township/东镇", "township/西镇"}, From: "2020-01-01", Until: "2024-06-29"},
	}
	if diff := cmp.Diff(want, d.Listings); diff != "" {
		t.Error(diff)
	}
	if *d.Admission != (gov.Admission{Document: "PUBLICATION文件", Date: "2024-06-30", Expires: "2027-06-30"}) || !d.Simple || d.Authority.DownTo("township/西镇") != gov.ViaGranted {
		t.Errorf("the duty is %+v", *d.Duty)
	}
	o, _ := snapshot.Lookup[snapshot.Organ](next, "organ/西镇/综合行政执法大队")
	if len(o.Organ.Posts) != 1 || o.Organ.Posts[0].Count != 2 {
		t.Errorf("posts that came along: %v", o.Organ.Posts)
	}
	e, _ := next.Edge(gov.EdgeAssignment, "department/城管局", d.Key)
	if e == nil || e.(*gov.Assignment).Role != gov.AssignmentSupport || e.Origin().Basis != gov.BasisDocument {
		t.Errorf("the department that applied: %v", e)
	}
	if len(a.Gaps(c)) > 0 {
		t.Errorf("gaps: %v", a.Gaps(c))
	}
	if r := overlap.Of(next); r.Total != 0 {
		t.Errorf("overlaps: %v", r.All)
	}
}

// publish applies an application's edits on a day.
func publish(t interface {
	Helper()
	Fatal(...any)
}, c *snapshot.County, a admission.Application, on gov.Date,
) *snapshot.County {
	t.Helper()
	edits, err := a.Edits(c)
	if err != nil {
		t.Fatal(err)
	}
	next, _, err := change.Apply(c, edits, snapshot.Meta{Revision: c.Revision() + 1, Effective: on})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestAnAuthorityThatStaysIsSaid(t *testing.T) {
	c := countytest.Parse(t, text)
	content := enforcement()
	content.Authority, content.Posts, content.Funds, content.Technique = admission.Authority{}, nil, "", ""
	content.Tests.SingleDept = admission.Test{Reason: "涉及三个部门"}
	content.Bearers = append(content.Bearers, admission.Bearer{Organ: "平安办", Role: gov.AssignmentSupport})
	a := walk(t, draft(t, c, content))
	var kinds []admission.GapKind
	for _, g := range a.Gaps(c) {
		kinds = append(kinds, g.Kind)
		if g.Text.ZH == "" || g.Text.EN == "" {
			t.Errorf("%s has no text", g.Kind)
		}
	}
	want := []admission.GapKind{
		admission.GapAuthority, admission.GapAuthority, admission.GapNoOrgan, admission.GapNoPosts, admission.GapNoFunds, admission.GapNoTraining, admission.GapTest,
	}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Error(diff)
	}
}

func TestNewDutiesAndNamesOfOrgans(t *testing.T) {
	c := countytest.Parse(t, text)
	content := admission.Content{
		Title: "林木采伐审批", Department: "department/林业局", New: &gov.Duty{Name: "林木采伐审批", Nature: gov.NatureApproval}, Townships: []string{"township/东镇"},
		List: gov.ListSupporting, LegalBasis: "《森林法》", Bearers: []admission.Bearer{{Organ: "执法队", Actions: []gov.Action{gov.ActionApprove}}},
	}
	a := walk(t, draft(t, c, content))
	next := publish(t, c, a, "2024-07-01")
	d, ok := snapshot.Lookup[snapshot.Duty](next, "duty/林木采伐审批")
	if !ok || d.Authority.Level != gov.LevelCounty || d.Authority.Department != "department/林业局" {
		t.Fatalf("the new duty: %+v", d.Duty)
	}
	if _, ok := next.Edge(gov.EdgeAssignment, "organ/东镇/综合行政执法大队", d.Key); !ok {
		t.Error("an organ by its short name does not carry it")
	}
	if e, _ := next.Edge(gov.EdgeAssignment, "department/林业局", d.Key); e == nil || e.(*gov.Assignment).Role != gov.AssignmentLead {
		t.Errorf("the department of a supporting duty: %v", e)
	}
	if got := a.Gaps(next); len(got) != len(a.Gaps(c)) || got[0].Kind != admission.GapAuthority || got[1].Kind != admission.GapCountyLead {
		t.Errorf("gaps once it is on record: %v", got)
	}
	if _, err := a.Edits(next); gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("published twice: %v", err)
	}
}

func TestAnotherWayOfBringingTheAuthorityDown(t *testing.T) {
	c := countytest.Parse(t, text)
	delegated := enforcement()
	delegated.Authority = admission.Authority{Via: gov.ViaDelegated}
	c = publish(t, c, walk(t, draft(t, c, delegated)), "2024-06-30")
	granted := walk(t, draft(t, c, enforcement()))
	next := publish(t, c, granted, "2024-06-30")
	d, _ := snapshot.Lookup[snapshot.Duty](next, "duty/占道经营查处")
	if d.Authority.DownTo("township/东镇") != gov.ViaGranted || d.Authority.Document != "政〔2024〕3号" {
		t.Errorf("%+v", d.Authority)
	}
	some := enforcement()
	some.Townships = some.Townships[:1]
	if _, err := walk(t, draft(t, c, some)).Edits(c); gov.CodeOf(err) != gov.CodeConflict || place(err) != "authority" {
		t.Errorf("it took the authority from a township that is not applied for: %v", err)
	}
}

func TestDeadlines(t *testing.T) {
	c := countytest.Parse(t, text)
	open := record(t, draft(t, c, enforcement()), pass(admission.StepApplication, 1, 1, ""))
	if open.Due("2030-01-01") != nil {
		t.Error("what is not published is due")
	}
	a := walk(t, draft(t, c, enforcement()))
	kinds := func(a admission.Application, on gov.Date) (out []admission.DeadlineKind) {
		for _, d := range a.Due(on) {
			out = append(out, d.Kind)
		}
		return out
	}
	if got := kinds(a, "2025-06-29"); got != nil {
		t.Errorf("early: %v", got)
	}
	if got := kinds(a, "2025-06-30"); len(got) != 1 || got[0] != admission.DeadlineEvaluation {
		t.Errorf("on the day of evaluation: %v", got)
	}
	if got := kinds(a, "2028-01-01"); len(got) != 2 {
		t.Errorf("late: %v", got)
	}
	evaluated := pass(admission.StepEvaluation, 7, 1, "")
	evaluated.Time, evaluated.Date = evaluated.Time.AddDate(1, 0, 0), "2025-07-01"
	a = record(t, a, evaluated)
	if got := kinds(a, "2028-01-01"); len(got) != 1 || got[0] != admission.DeadlineExpiry || a.State() != admission.StatePublished {
		t.Errorf("evaluated: %v, %s", got, a.State())
	}
}

func TestAnApplicationIsADocument(t *testing.T) {
	c := countytest.Parse(t, text)
	a := walk(t, draft(t, c, enforcement()))
	body, err := a.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := admission.Recorded(body)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a, back); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{``, `{`, `{"unknown":1}`, string(body) + "x"} {
		if _, err := admission.Recorded([]byte(bad)); gov.CodeOf(err) != gov.CodeInternal {
			t.Errorf("%.20q is read: %v", bad, err)
		}
	}
}
