package main

import (
	"cmp"
	"errors"
	"net/url"
	"strconv"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/gov"
)

// importQuery reads one parameter each into an import.
var importQuery = map[string]func(*importing, string) error{
	"name":              func(i *importing, v string) error { i.File = v; return checkFileName(v) },
	"mode":              func(i *importing, v string) error { return readMode(&i.Sheets, v) },
	"maxRemoved":        func(i *importing, v string) error { return readNumber(&i.Sheets.MaxRemoved, v, 0, 100) },
	"create":            func(i *importing, v string) error { return readFlag(&i.Sheets.Create, v) },
	"dryRun":            func(i *importing, v string) error { return readFlag(&i.DryRun, v) },
	"edits":             func(i *importing, v string) error { return readNumber(&i.Shown, v, 0, mostShownEdits) },
	"base":              func(i *importing, v string) (err error) { i.Base, err = parseRevision(v); return err },
	"commitId":          func(i *importing, v string) error { i.ID = v; return checked(gov.CheckKey(v)) },
	"actor":             func(i *importing, v string) error { i.Actor = cmp.Or(v, i.Actor); return nil },
	"reason":            func(i *importing, v string) error { i.Reason = v; return nil },
	"effective":         func(i *importing, v string) error { i.Date = gov.Date(v); return checked(i.Date.Check()) },
	"approvalAuthority": func(i *importing, v string) error { i.Approval.Authority = v; return nil },
	"approvalDocument":  func(i *importing, v string) error { i.Approval.Document = v; return nil },
	"approvalDate": func(i *importing, v string) error {
		i.Approval.Date = gov.Date(v)
		return checked(i.Approval.Date.Check())
	},
	"formTownship":   func(i *importing, v string) error { i.Forms.Township = v; return nil },
	"formDepartment": func(i *importing, v string) error { i.Forms.Department = v; return nil },
	"formDocument":   func(i *importing, v string) error { i.Forms.Document = v; return nil },
}

// checked is an error of a call that gives a *gov.Error.
func checked(err *gov.Error) error {
	if err == nil {
		return nil
	}
	return err
}

func readImportQuery(raw string) (importing, error) {
	job := importing{File: "upload", Actor: "import", Shown: shownEdits, Sheets: sheets.Options{MaxRemoved: sheets.DefaultMaxRemoved}}
	values, err := url.ParseQuery(raw)
	if err != nil {
		return job, gov.Errorf(gov.CodeInvalid, "查询字符串无法解析", "the query string cannot be read")
	}
	for _, name := range sortedNames(values) {
		if name == "township" {
			job.Sheets.Townships = values[name]
			continue
		}
		read, known := importQuery[name]
		switch {
		case !known:
			return job, gov.Errorf(gov.CodeInvalid, "没有参数 %q", "there is no parameter %q", name).At(name)
		case len(values[name]) > 1:
			return job, gov.Errorf(gov.CodeInvalid, "参数 %s 只能出现一次", "parameter %s is given twice", name).At(name)
		}
		if err := read(&job, values[name][0]); err != nil {
			return job, placed(err, name)
		}
	}
	return job, nil
}

// placed is an error with the parameter it is about.
func placed(err error, name string) error {
	var e *gov.Error
	if errors.As(err, &e) {
		out := *e
		out.Path = []any{name}
		return &out
	}
	return err
}

func readMode(o *sheets.Options, v string) error {
	switch v {
	case "update":
		o.Mode = sheets.ModeUpdate
	case "replace":
		o.Mode = sheets.ModeReplace
	default:
		return gov.Errorf(gov.CodeInvalid, "mode 为 update 或 replace，不能为 %q", "mode is update or replace, not %q", v)
	}
	return nil
}

func readNumber(n *int, v string, low, high int) (err error) {
	if *n, err = strconv.Atoi(v); err != nil || *n < low || *n > high {
		return gov.Errorf(gov.CodeInvalid, "应为 %d 到 %d 的整数", "a whole number from %d to %d is wanted", low, high)
	}
	return nil
}

func readFlag(b *bool, v string) (err error) {
	if *b, err = strconv.ParseBool(v); err != nil {
		return gov.Errorf(gov.CodeInvalid, "应为 true 或 false，不能为 %q", "true or false is wanted, not %q", v)
	}
	return nil
}
