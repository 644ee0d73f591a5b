package change

import (
	"encoding/json"
	"reflect"
	"testing"

	"tiaokuai/internal/gov"
)

// TestEveryAttributeHasAName: history tells people of no JSON names.
func TestEveryAttributeHasAName(t *testing.T) {
	used := map[string]bool{}
	for kind, node := range map[gov.NodeKind]any{
		gov.NodeCounty: gov.County{}, gov.NodeTownship: gov.Township{}, gov.NodeOrgan: gov.Organ{}, gov.NodeDepartment: gov.Department{},
		gov.NodeSection: gov.Section{}, gov.NodeLeader: gov.Leader{}, gov.NodeDuty: gov.Duty{}, gov.NodeMeasure: gov.Measure{},
		gov.NodeIndicator: gov.Indicator{}, gov.NodeSource: gov.Source{},
	} {
		for attribute := range fieldNames(reflect.TypeOf(node)) {
			if name := attributeName(kind, attribute); name.ZH == attribute || name.ZH == "" || name.EN == "" {
				t.Errorf("%s of %s has no name", attribute, kind)
			}
			used[attribute], used[string(kind)+" "+attribute] = true, true
		}
	}
	for attribute := range attributeNames {
		if !used[attribute] {
			t.Errorf("nothing has the attribute %s", attribute)
		}
	}
}

func TestUpdatesAreTold(t *testing.T) {
	name := func(string) string { return "甲" }
	for set, want := range map[string]gov.Text{
		`{"staff":6,"rank":null}`:                {ZH: "修改机构“甲”的属性：机构规格清空、实有人数为6", EN: "change attributes of the organ 甲: rank emptied, staff 6"},
		`{"mandatory":true,"integrating":false}`: {ZH: "修改机构“甲”的属性：综合性为“否”、必设为“是”", EN: "change attributes of the organ 甲: integrating: no, mandatory: yes"},
		`{"rank":"副科级","management":"DUAL"}`:     {ZH: "修改机构“甲”的属性：管理体制、机构规格为“副科级”", EN: "change attributes of the organ 甲: management, rank “副科级”"},
	} {
		e := &UpdateOrgan{Key: "a", Set: json.RawMessage(set)}
		if got := e.Sentence(name); got != want {
			t.Errorf("%s: %+v", set, got)
		}
	}
	if got := (&UpdateLeader{Set: json.RawMessage(`{"rank":"正科"}`)}).Sentence(name).ZH; got != "修改班子成员“甲”的属性：职级为“正科”" {
		t.Error(got)
	}
}
