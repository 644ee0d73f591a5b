package change

import (
	"fmt"
	"reflect"
)

// kind is one line of the registry: an edit's name, which is its field in the GraphQL EditInput, and how to make an
// empty one.
type kind struct {
	name string
	make func() Edit
}

// registry is every edit there is, in the order of the catalogue.
var registry = []kind{
	{"createCounty", func() Edit { return new(CreateCounty) }},
	{"updateCounty", func() Edit { return new(UpdateCounty) }},
	{"setSettings", func() Edit { return new(SetSettings) }},

	{"createTownship", func() Edit { return new(CreateTownship) }},
	{"updateTownship", func() Edit { return new(UpdateTownship) }},
	{"removeTownship", func() Edit { return new(RemoveTownship) }},
	{"renameTownship", func() Edit { return new(RenameTownship) }},
	{"declarePortfolios", func() Edit { return new(DeclarePortfolios) }},
	{"declareAssignments", func() Edit { return new(DeclareAssignments) }},

	{"createOrgan", func() Edit { return new(CreateOrgan) }},
	{"updateOrgan", func() Edit { return new(UpdateOrgan) }},
	{"removeOrgan", func() Edit { return new(RemoveOrgan) }},
	{"renameOrgan", func() Edit { return new(RenameOrgan) }},
	{"mergeOrgans", func() Edit { return new(MergeOrgans) }},
	{"splitOrgan", func() Edit { return new(SplitOrgan) }},
	{"transferOrgan", func() Edit { return new(TransferOrgan) }},
	{"abolishOrgan", func() Edit { return new(AbolishOrgan) }},
	{"addPlate", func() Edit { return new(AddPlate) }},
	{"removePlate", func() Edit { return new(RemovePlate) }},
	{"shareOffice", func() Edit { return new(ShareOffice) }},
	{"endSharedOffice", func() Edit { return new(EndSharedOffice) }},
	{"setManagement", func() Edit { return new(SetManagement) }},
	{"setPowers", func() Edit { return new(SetPowers) }},

	{"createDepartment", func() Edit { return new(CreateDepartment) }},
	{"updateDepartment", func() Edit { return new(UpdateDepartment) }},
	{"removeDepartment", func() Edit { return new(RemoveDepartment) }},
	{"renameDepartment", func() Edit { return new(RenameDepartment) }},
	{"mergeDepartments", func() Edit { return new(MergeDepartments) }},
	{"splitDepartment", func() Edit { return new(SplitDepartment) }},
	{"abolishDepartment", func() Edit { return new(AbolishDepartment) }},

	{"createSection", func() Edit { return new(CreateSection) }},
	{"updateSection", func() Edit { return new(UpdateSection) }},
	{"removeSection", func() Edit { return new(RemoveSection) }},
	{"renameSection", func() Edit { return new(RenameSection) }},
	{"mergeSections", func() Edit { return new(MergeSections) }},
	{"abolishSection", func() Edit { return new(AbolishSection) }},

	{"addCounterpart", func() Edit { return new(AddCounterpart) }},
	{"refineCounterpart", func() Edit { return new(RefineCounterpart) }},
	{"removeCounterpart", func() Edit { return new(RemoveCounterpart) }},
	{"dispatchOrgan", func() Edit { return new(DispatchOrgan) }},
	{"withdrawDispatch", func() Edit { return new(WithdrawDispatch) }},

	{"createLeader", func() Edit { return new(CreateLeader) }},
	{"updateLeader", func() Edit { return new(UpdateLeader) }},
	{"removeLeader", func() Edit { return new(RemoveLeader) }},
	{"assignLeader", func() Edit { return new(AssignLeader) }},
	{"unassignLeader", func() Edit { return new(UnassignLeader) }},

	{"createDuty", func() Edit { return new(CreateDuty) }},
	{"updateDuty", func() Edit { return new(UpdateDuty) }},
	{"removeDuty", func() Edit { return new(RemoveDuty) }},
	{"assignDuty", func() Edit { return new(AssignDuty) }},
	{"unassignDuty", func() Edit { return new(UnassignDuty) }},
	{"moveDuty", func() Edit { return new(MoveDuty) }},
	{"devolveAuthority", func() Edit { return new(DevolveAuthority) }},
	{"delegateAuthority", func() Edit { return new(DelegateAuthority) }},
	{"withdrawAuthority", func() Edit { return new(WithdrawAuthority) }},

	{"createMeasure", func() Edit { return new(CreateMeasure) }},
	{"updateMeasure", func() Edit { return new(UpdateMeasure) }},
	{"removeMeasure", func() Edit { return new(RemoveMeasure) }},
	{"createIndicator", func() Edit { return new(CreateIndicator) }},
	{"updateIndicator", func() Edit { return new(UpdateIndicator) }},
	{"removeIndicator", func() Edit { return new(RemoveIndicator) }},
	{"createSource", func() Edit { return new(CreateSource) }},
	{"updateSource", func() Edit { return new(UpdateSource) }},
	{"removeSource", func() Edit { return new(RemoveSource) }},

	{"recordApproval", func() Edit { return new(RecordApproval) }},
	{"restore", func() Edit { return new(Restore) }},
}

var kindsByType = byType(registry)

func byType(kinds []kind) map[reflect.Type]string {
	out := make(map[reflect.Type]string, len(kinds))
	for _, k := range kinds {
		out[reflect.TypeOf(k.make())] = k.name
	}
	return out
}

// KindOf is the name of an edit's kind, e.g. mergeOrgans.
func KindOf(e Edit) string {
	name, ok := kindsByType[reflect.TypeOf(e)]
	if !ok {
		panic(fmt.Sprintf("change: %T is not in the registry", e))
	}
	return name
}

// New is an empty edit of a kind; false if there is no such kind.
func New(name string) (Edit, bool) {
	for _, k := range registry {
		if k.name == name {
			return k.make(), true
		}
	}
	return nil, false
}

// Record is what the catalogue says of one kind of edit.
type Record struct {
	Name string
	Description
}

// Catalogue documents every kind of edit, in a fixed order.
func Catalogue() []Record {
	out := make([]Record, len(registry))
	for i, k := range registry {
		out[i] = Record{k.name, k.make().Describe()}
	}
	return out
}
