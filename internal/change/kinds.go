package change

import (
	"strings"

	"tiaokuai/internal/gov"
)

// kindNames are what a kind of node is called in a sentence.
var kindNames = map[gov.NodeKind]gov.Text{
	gov.NodeCounty:     {ZH: "县（市、区）", EN: "county"},
	gov.NodeTownship:   {ZH: "乡镇（街道）", EN: "township"},
	gov.NodeOrgan:      {ZH: "机构", EN: "organ"},
	gov.NodeDepartment: {ZH: "县直部门", EN: "department"},
	gov.NodeSection:    {ZH: "科室", EN: "section"},
	gov.NodeLeader:     {ZH: "班子成员", EN: "leader"},
	gov.NodeDuty:       {ZH: "职责", EN: "duty"},
	gov.NodeMeasure:    {ZH: "制度机制", EN: "measure"},
	gov.NodeIndicator:  {ZH: "指标", EN: "indicator"},
	gov.NodeSource:     {ZH: "依据", EN: "source"},
	gov.NodeFormer:     {ZH: "原机构", EN: "former organ"},
}

// an puts the article before an English noun.
func an(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
