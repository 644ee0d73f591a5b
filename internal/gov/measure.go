package gov

// Measure 制度机制 is a list, an admission rule, a coordination body, a personnel or training measure: never an organ, never counted.
type Measure struct {
	Key      string        `json:"key"`
	Name     string        `json:"name"`
	Order    int           `json:"order,omitempty"`
	Kind     MeasureKind   `json:"measureKind"`
	Status   MeasureStatus `json:"status"`
	Text     string        `json:"text,omitempty"`
	OfficeAt []string      `json:"officeAt,omitempty"` // 办公室设在: keys of organs
	About    []string      `json:"about,omitempty"`    // keys of nodes it concerns
	Provenance
}

// MeasureKind is the kind of a measure.
type MeasureKind string

// The kinds of measure.
const (
	MeasureList         MeasureKind = "LIST"         // 清单
	MeasureAdmission    MeasureKind = "ADMISSION"    // 准入
	MeasureCoordination MeasureKind = "COORDINATION" // 领导小组, 联席会议, 协作机制
	MeasureOrganization MeasureKind = "ORGANIZATION" // 机构设置和职责权限安排
	MeasurePersonnel    MeasureKind = "PERSONNEL"    // 人员编制
	MeasureTraining     MeasureKind = "TRAINING"     // 培训
)

// MeasureStatus tells what is there from what is recommended.
type MeasureStatus string

// The statuses.
const (
	MeasureExisting    MeasureStatus = "EXISTING"
	MeasureRecommended MeasureStatus = "RECOMMENDED"
)

// NodeKind is MEASURE.
func (m *Measure) NodeKind() NodeKind { return NodeMeasure }

// NodeKey is the measure's key.
func (m *Measure) NodeKey() string { return m.Key }

// NodeName is the measure's name.
func (m *Measure) NodeName() string { return m.Name }

// Check refuses a measure without a name and unknown kinds.
func (m *Measure) Check() Problems {
	p := checkNamed(m.Key, m.Name)
	p = append(p, checkEnum("measureKind", m.Kind, MeasureList, MeasureAdmission, MeasureCoordination, MeasureOrganization, MeasurePersonnel, MeasureTraining)...)
	return append(p, checkEnum("status", m.Status, MeasureExisting, MeasureRecommended)...)
}

func (m *Measure) normalize() {
	m.Provenance.normalize()
	m.OfficeAt = sortedSet(m.OfficeAt)
	m.About = sortedSet(m.About)
}
