package storetest

import (
	"math/rand/v2"
	"reflect"

	"tiaokuai/internal/gov"
)

// texts are words and awkward strings: what people paste from documents.
var texts = []string{
	"农业农村", "自然资源", "乡村建设办公室", "综合行政执法队", "第一行\n第二行", `反斜杠\与\n`, `"引号"与'撇号'`, "a|b", "<b>&amp;</b>", "$key",
	"`反引号`", "{县}", "表情😀", "0", "空 格", "\t", "　", "ē",
}

// words are the values of each enumeration.
var words = map[reflect.Type][]string{
	typeOf[gov.Basis]():             {"", "DOCUMENT", "INFERRED", "ILLUSTRATIVE"},
	typeOf[gov.Date]():              {"", "2019-05-06", "2022-01-01", "2024-02-29"},
	typeOf[gov.CountyKind]():        {"", "COUNTY", "CITY", "DISTRICT"},
	typeOf[gov.RegionLevel]():       {"PROVINCE", "PREFECTURE"},
	typeOf[gov.TownshipKind]():      {"", "TOWN", "TOWNSHIP", "SUBDISTRICT"},
	typeOf[gov.Size]():              {"", "LARGE", "MEDIUM", "SMALL"},
	typeOf[gov.OrganKind]():         {"OFFICE", "INSTITUTION", "DISPATCHED", "STATUTORY"},
	typeOf[gov.Branch]():            {"", "PARTY", "GOVERNMENT"},
	typeOf[gov.Management]():        {"", "OWN", "COUNTY_DIRECT", "VERTICAL", "TERRITORIAL", "DUAL"},
	typeOf[gov.Power]():             {"AFFILIATION", "PERSONNEL", "APPOINTMENT", "APPRAISAL", "COMMAND"},
	typeOf[gov.Level]():             {"", "COUNTY", "TOWNSHIP"},
	typeOf[gov.PowerMode]():         {"DECIDE", "CONSULT", "ADVISE"},
	typeOf[gov.PostType]():          {"ADMINISTRATIVE", "INSTITUTION", "POLITICAL", "WORKER"},
	typeOf[gov.PlateKind]():         {"", "ADDED", "TWIN"},
	typeOf[gov.DepartmentKind]():    {"", "PARTY", "GOVERNMENT", "UTILITY"},
	typeOf[gov.DutyList]():          {"BASIC", "SUPPORTING", "WITHDRAWN", "TERRITORIAL"},
	typeOf[gov.DutyNature]():        {"", "SERVICE", "APPROVAL", "ENFORCEMENT", "MANAGEMENT"},
	typeOf[gov.Via]():               {"", "GRANTED", "DELEGATED"},
	typeOf[gov.HandledAt]():         {"", "VILLAGE"},
	typeOf[gov.MeasureKind]():       {"LIST", "ADMISSION", "COORDINATION", "TRAINING"},
	typeOf[gov.MeasureStatus]():     {"EXISTING", "RECOMMENDED"},
	typeOf[gov.IndicatorMetric]():   {"", "DUTY_TOTAL", "POWERS_TOTAL"},
	typeOf[gov.ChargeRole]():        {"LEAD", "ASSIST", "OVERALL", "LIAISON"},
	typeOf[gov.AssignmentRole]():    {"LEAD", "SUPPORT"},
	typeOf[gov.Action]():            {"ACCEPT", "PATROL", "INSPECT", "PUNISH"},
	typeOf[gov.CounterpartNature](): {"BUSINESS", "WINDOW", "COORDINATION"},
	typeOf[gov.SuccessionReason]():  {"MERGED", "SPLIT", "REPLACED", "ABOLISHED"},
	typeOf[gov.NodeKind]():          {"ORGAN", "DEPARTMENT", "SECTION"},
	typeOf[gov.OverlapKind]():       {"MANY_TO_ONE", "UNLED_ORGAN", "SHARED_DUTY"},
}

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }

// Fill makes a random node of a kind; set gives it the fields that tie it to others. All its fields, nested ones too,
// come up in time, and its Check passes.
func Fill(rng *rand.Rand, kind gov.NodeKind, set func(gov.Node)) gov.Node {
	for {
		n := gov.NewNode(kind)
		fill(rng, reflect.ValueOf(n).Elem())
		mend(rng, n)
		set(n)
		if n = gov.Normalize(n); n.Check() == nil {
			return n
		}
	}
}

// FillEdge is Fill for an edge.
func FillEdge(rng *rand.Rand, kind gov.EdgeKind, set func(gov.Edge)) gov.Edge {
	for {
		e := gov.NewEdge(kind)
		fill(rng, reflect.ValueOf(e).Elem())
		set(e)
		if e = gov.Normalize(e); e.Check() == nil {
			return e
		}
	}
}

func fill(rng *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		from, ok := words[v.Type()]
		if !ok {
			from = texts
		}
		if ok || rng.IntN(3) > 0 {
			v.SetString(from[rng.IntN(len(from))])
		}
	case reflect.Bool:
		v.SetBool(rng.IntN(3) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(max(0, rng.IntN(30)-10)))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), max(0, rng.IntN(5)-1), 3))
		for i := range v.Len() {
			fill(rng, v.Index(i))
		}
	case reflect.Pointer:
		if rng.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(rng, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(rng, v.Field(i))
		}
	}
}

// mend brings together what a Check wants to agree and chance seldom does.
func mend(rng *rand.Rand, n gov.Node) {
	switch n := n.(type) {
	case *gov.County:
		n.Regions = n.Regions[:min(len(n.Regions), 2)]
		for i := range n.Regions {
			n.Regions[i] = regions[rng.IntN(len(regions))]
		}
		n.Settings.Weights = nil
		if rng.IntN(2) == 0 {
			n.Settings.Weights = []gov.Weight{{Kind: gov.OverlapSimilarOrgans, Weight: gov.Micro(rng.IntN(9) * 250_000)}, {Kind: gov.OverlapUnledOrgan, Weight: gov.One}}
		}
	case *gov.Organ:
		n.Powers = nil
		for _, p := range gov.Powers {
			if rng.IntN(3) == 0 {
				n.Powers = append(n.Powers, gov.Holding{Power: p, Holder: gov.LevelTownship, Mode: gov.ModeDecide}, gov.Holding{Power: p, Holder: gov.LevelCounty, Mode: gov.ModeConsult})
			}
		}
	case *gov.Duty:
		if n.Authority.Via = ""; n.Authority.Level == gov.LevelTownship {
			n.Authority.Via = gov.ViaGranted
		}
	case *gov.Indicator:
		n.High = max(n.High, n.Low)
	}
}

var regions = []gov.Region{
	{Key: "41", Name: "河南省", Level: gov.RegionProvince}, {Key: "4101", Name: "郑州市", Level: gov.RegionPrefecture}, {Key: "4102", Name: "开封市", Level: gov.RegionPrefecture},
}
