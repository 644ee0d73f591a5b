package gov

// Department 县直部门 is a line: an organ of the county that township organs answer to.
type Department struct {
	Key         string         `json:"key"`
	Name        string         `json:"name"`
	ShortNames  []string       `json:"shortNames,omitempty"`
	FormerNames []string       `json:"formerNames,omitempty"`
	Order       int            `json:"order,omitempty"`
	Kind        DepartmentKind `json:"departmentKind,omitempty"`
	System      string         `json:"system,omitempty"` // 系统: 农口, 政法 …
	Provenance
}

// DepartmentKind is the kind of a department.
type DepartmentKind string

// The kinds of department.
const (
	DepartmentParty       DepartmentKind = "PARTY"       // 党委
	DepartmentGovernment  DepartmentKind = "GOVERNMENT"  // 政府
	DepartmentMassGroup   DepartmentKind = "MASS_GROUP"  // 群团
	DepartmentInstitution DepartmentKind = "INSTITUTION" // 事业
	DepartmentVertical    DepartmentKind = "VERTICAL"    // 垂管
	DepartmentUtility     DepartmentKind = "UTILITY"     // 公用企业
)

// NodeKind is DEPARTMENT.
func (d *Department) NodeKind() NodeKind { return NodeDepartment }

// NodeKey is the department's key.
func (d *Department) NodeKey() string { return d.Key }

// NodeName is the department's name.
func (d *Department) NodeName() string { return d.Name }

// Check refuses a department without a name and unknown kinds.
func (d *Department) Check() Problems {
	p := checkNamed(d.Key, d.Name)
	p = append(p, checkEnum("departmentKind", d.Kind, "", DepartmentParty, DepartmentGovernment, DepartmentMassGroup, DepartmentInstitution, DepartmentVertical, DepartmentUtility)...)
	return append(p, checkCounts(count{"order", d.Order})...)
}

func (d *Department) normalize() {
	d.Provenance.normalize()
	d.ShortNames = trimEmpty(d.ShortNames)
	d.FormerNames = trimEmpty(d.FormerNames)
}

// Section 业务科室 is a section of a department; a counterpart may be narrowed to sections.
type Section struct {
	Key         string   `json:"key"`
	Department  string   `json:"department"` // the department's key
	Name        string   `json:"name"`
	FormerNames []string `json:"formerNames,omitempty"`
	Order       int      `json:"order,omitempty"`
	Provenance
}

// NodeKind is SECTION.
func (s *Section) NodeKind() NodeKind { return NodeSection }

// NodeKey is the section's key.
func (s *Section) NodeKey() string { return s.Key }

// NodeName is the section's name.
func (s *Section) NodeName() string { return s.Name }

// Check refuses a section without a department or name.
func (s *Section) Check() Problems {
	p := append(checkNamed(s.Key, s.Name), checkReference("department", s.Department)...)
	return append(p, checkCounts(count{"order", s.Order})...)
}

func (s *Section) normalize() {
	s.Provenance.normalize()
	s.FormerNames = trimEmpty(s.FormerNames)
}
