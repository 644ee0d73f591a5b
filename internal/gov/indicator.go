package gov

// Indicator 指标 is one figure of a source: a value or bounds, and the wording (近1倍, 几百项) it stands on.
type Indicator struct {
	Key     string          `json:"key"`
	Name    string          `json:"name"`
	Order   int             `json:"order,omitempty"`
	Subject string          `json:"subject,omitempty"` // key of the node it is about
	Metric  IndicatorMetric `json:"metric,omitempty"`  // what a detector or a coverage reads it as
	Domain  string          `json:"domain,omitempty"`  // enforcement domain or list it is about
	Low     int64           `json:"low,omitempty"`     // the value, or its least bound; in Unit
	High    int64           `json:"high,omitempty"`    // the value, or its greatest bound; 0 with Low set: no upper bound
	Unit    string          `json:"unit,omitempty"`
	Wording string          `json:"wording,omitempty"`
	Period  string          `json:"period,omitempty"`
	Provenance
}

// IndicatorMetric is what the program reads an indicator as; most are only shown.
type IndicatorMetric string

// The metrics that are read.
const (
	MetricDutyTotal      IndicatorMetric = "DUTY_TOTAL"      // declared number of duties on the township list: a denominator of coverage
	MetricItemTotal      IndicatorMetric = "ITEM_TOTAL"      // declared number of 属地管理 items
	MetricItemTownship   IndicatorMetric = "ITEM_TOWNSHIP"   // of them led by the township
	MetricPowersTotal    IndicatorMetric = "POWERS_TOTAL"    // enforcement powers of a domain
	MetricPowersDevolved IndicatorMetric = "POWERS_DEVOLVED" // of them devolved
)

// NodeKind is INDICATOR.
func (i *Indicator) NodeKind() NodeKind { return NodeIndicator }

// NodeKey is the indicator's key.
func (i *Indicator) NodeKey() string { return i.Key }

// NodeName is the indicator's name.
func (i *Indicator) NodeName() string { return i.Name }

// Check refuses an indicator without a name and bounds that cross.
func (i *Indicator) Check() Problems {
	p := checkNamed(i.Key, i.Name)
	p = append(p, checkEnum("metric", i.Metric, "", MetricDutyTotal, MetricItemTotal, MetricItemTownship, MetricPowersTotal, MetricPowersDevolved)...)
	if i.High != 0 && i.High < i.Low || i.Low < 0 {
		p = append(p, Errorf(CodeInvalid, "指标下限应不小于 0 且不大于上限", "an indicator's low bound is below 0 or above its high bound").At("low"))
	}
	return p
}

func (i *Indicator) normalize() { i.Provenance.normalize() }

// Source 依据 is a document, one article of it and the text quoted.
type Source struct {
	Key      string `json:"key"`
	Document string `json:"document"`
	Article  string `json:"article,omitempty"`
	Quote    string `json:"quote,omitempty"`
	Address  string `json:"address,omitempty"`
	Date     Date   `json:"date,omitempty"`
	Issuer   string `json:"issuer,omitempty"` // 发文机关
	Trust    string `json:"trust,omitempty"`  // A–D, as in the collector's file
	Note     string `json:"note,omitempty"`
	Provenance
}

// NodeKind is SOURCE.
func (s *Source) NodeKind() NodeKind { return NodeSource }

// NodeKey is the source's key.
func (s *Source) NodeKey() string { return s.Key }

// NodeName is the document's title.
func (s *Source) NodeName() string { return s.Document }

// Check refuses a source without a document.
func (s *Source) Check() Problems {
	return append(checkKeyProblems(s.Key), checkNameAt("document", s.Document)...)
}

func (s *Source) normalize() { s.Provenance.normalize() }

// Former is a dissolved organ, department or section: it keeps its key and what it was called, so that its id leads to
// its successors. Nobody counts it.
type Former struct {
	Key      string           `json:"key"`
	Of       NodeKind         `json:"of"`                   // ORGAN, DEPARTMENT or SECTION
	Township string           `json:"township,omitempty"`   // of an organ
	Parent   string           `json:"department,omitempty"` // of a section: its department's key
	Name     string           `json:"name"`
	Names    []string         `json:"names,omitempty"` // plates, short and former names
	Reason   SuccessionReason `json:"reason"`
	Revision int64            `json:"revision"` // the revision that dissolved it
	Provenance
}

// NodeKind is FORMER.
func (f *Former) NodeKind() NodeKind { return NodeFormer }

// NodeKey is the key of what was dissolved.
func (f *Former) NodeKey() string { return f.Key }

// NodeName is its last name.
func (f *Former) NodeName() string { return f.Name }

// Check refuses a former of another kind than organ, department or section.
func (f *Former) Check() Problems {
	p := checkNamed(f.Key, f.Name)
	p = append(p, checkEnum("of", f.Of, NodeOrgan, NodeDepartment, NodeSection)...)
	return append(p, checkEnum("reason", f.Reason, successionReasons...)...)
}

func (f *Former) normalize() {
	f.Provenance.normalize()
	f.Names = sortedSet(f.Names)
}
