package admission

import "tiaokuai/internal/gov"

// Document is the kind of the documents that hold applications; their id is the application's.
const Document = "admission"

// Application is one duty on its way to townships. Values are not changed once made; operations give new ones.
type Application struct {
	Content
	Steps []Step `json:"steps,omitempty"` // what happened to it, oldest first; nothing is ever taken out
}

// Content is what a county department applies for.
type Content struct {
	Title      string    `json:"title"`
	Department string    `json:"department"`     // key of the department that applies
	Duty       string    `json:"duty,omitempty"` // key of a duty on record, or
	New        *gov.Duty `json:"new,omitempty"`  // a duty not on record yet, without listings, admission and authority
	Townships  []string  `json:"townships"`      // keys of those that are to carry it
	// List is the list it is to stand on: BASIC, SUPPORTING or TERRITORIAL; Lead who leads by the list, empty the list's usual.
	List       gov.DutyList `json:"list"`
	Lead       gov.Level    `json:"lead,omitempty"`
	Part       string       `json:"part,omitempty"` // 乡镇职责, in words
	LegalBasis string       `json:"legalBasis"`
	Bearers    []Bearer     `json:"bearers,omitempty"`
	Posts      []Posts      `json:"posts,omitempty"`     // 编制随事项划转
	Funds      string       `json:"funds,omitempty"`     // 经费保障
	Technique  string       `json:"technique,omitempty"` // 技术支持和业务培训
	Authority  Authority    `json:"authority,omitzero"`
	From       gov.Date     `json:"from,omitempty"`     // the first day on the list; empty: the day it is published
	Expires    gov.Date     `json:"expires,omitempty"`  // the last day
	Evaluate   gov.Date     `json:"evaluate,omitempty"` // when it is to be evaluated
	Tests      *Tests       `json:"tests,omitempty"`    // asked exactly for ENFORCEMENT duties
}

// Bearer is an organ that is to carry the duty, or the organs of one name in several townships.
type Bearer struct {
	Organ     string             `json:"organ"`               // key, or a name (short name, plate, alias)
	Townships []string           `json:"townships,omitempty"` // keys, with a name; empty = all applied for
	Role      gov.AssignmentRole `json:"role,omitempty"`      // empty = LEAD
	Actions   []gov.Action       `json:"actions,omitempty"`
	Content   string             `json:"content,omitempty"` // what it does, in words
}

// Posts are the posts 编制 that an organ gets with the duty, named as a Bearer's.
type Posts struct {
	Organ     string          `json:"organ"`
	Townships []string        `json:"townships,omitempty"`
	Posts     []gov.PostCount `json:"posts"` // for each organ
}

// Authority is how the authority for the duty comes along: GRANTED (赋权), DELEGATED by the department that applies
// (委托), or, empty, not at all.
type Authority struct {
	Via      gov.Via `json:"via,omitempty"`
	Document string  `json:"document,omitempty"` // of the grant or the delegation
}

// Tests are the three tests for enforcement duties that may come down.
type Tests struct {
	Simple     Test `json:"simple"`           // 程序简易
	Perishable Test `json:"perishable"`       // 现场易灭失
	SingleDept Test `json:"singleDepartment"` // 涉及部门单一
}

// Test is the answer to one test, and why.
type Test struct {
	Passed bool   `json:"passed"`
	Reason string `json:"reason"`
}
