package sheets

import (
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// source is a county to be written: everything of a kind in the order of the snapshot.
type source struct {
	*snapshot.County
	proposals []proposal.Proposal
}

// writer names what keys stand for.
type writer struct {
	*directory
	known map[slot]string
}

func newWriter(d *directory) *writer { return &writer{d, map[slot]string{}} }

// name is the text by which a node of one of the kinds (none = any) is found again.
func (w *writer) name(scope, key string, kinds ...gov.NodeKind) string {
	if key == "" {
		return ""
	}
	at := slot{scope: scope, name: key}
	for _, kind := range kinds {
		at.kind += kind
	}
	name, ok := w.known[at]
	if !ok {
		name = w.nameIn(scope, key, kinds...)
		w.known[at] = name
	}
	return name
}

// names is a list of them.
func (w *writer) names(scope string, keys []string, kinds ...gov.NodeKind) string {
	if len(keys) == 1 {
		return cellOf(quoted(w.name(scope, keys[0], kinds...)))
	}
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = quoted(w.name(scope, key, kinds...))
	}
	return strings.Join(out, "、")
}

// township is the name of the township that an organ or leader belongs to.
func (w *writer) township(of string) string {
	return w.name("", w.parentOf(of), gov.NodeTownship)
}

// keyOf is the first column of every sheet.
func keyOf() Column {
	return Column{
		Header: "编号", Name: "key", Aliases: []string{"代码", "编码", "业务编号"}, Width: 26,
		Note: "由系统生成，导出时带出。填写编号的行按编号对应，可借此更名；新增的行留空。填“示例”的行导入时忽略。",
		get: func(_ *writer, v any) string {
			if e, ok := v.(gov.Edge); ok {
				return gov.EdgeKey(e)
			}
			return v.(gov.Node).NodeKey()
		},
	}
}

// The townships of organs, leaders and relations are named in a column of their own.
func townshipOf(of func(v any) string) Column {
	return virtual("乡镇", "township", func(w *writer, v any) string { return w.township(of(v)) }).
		also("乡镇名称", "所属乡镇", "乡镇（街道）", "乡镇街道", "街道", "镇街").wide(12)
}
