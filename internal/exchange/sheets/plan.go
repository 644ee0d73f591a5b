package sheets

import (
	"context"

	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Mode is what a file means for what it does not say.
type Mode string

// The modes. The zero Mode is ModeUpdate.
const (
	ModeUpdate  Mode = "UPDATE"  // rows are added or change what is on record; a blank cell leaves it
	ModeReplace Mode = "REPLACE" // within the scope the sheets are the whole truth: what they leave out goes, a blank cell empties
)

// Options say how a file is read.
type Options struct {
	Mode Mode
	// Townships, keys or names, bound a replacement: only their organs, leaders and relations go. Empty = the county.
	Townships []string
	// MaxRemoved is the percentage of the things of a sheet in scope that a replacement may remove, or take with what it
	// removes: 0 allows none, 100 all. Callers that are not told one give DefaultMaxRemoved.
	MaxRemoved int
	// Create makes every row without a key that matches no name a new thing, however near it is to a name on record.
	Create bool
	// Forms read sheets that are no standard ones; they are asked first.
	Forms []Form
	// Progress hears of rows read, now and then and at the end.
	Progress func(done, total int)
}

// DefaultMaxRemoved is the usual guard of a replacement, in percent.
const DefaultMaxRemoved = 20

// Result is what a file would do to a county. Where there are problems nothing should be committed; Target and Edits
// are then what the good rows come to.
type Result struct {
	Target  *snapshot.County
	Edits   []change.Edit // change.Between of the base and the target
	Summary []Summary     // of each sheet in the file or of which something goes, in the order of [Sheets]
	// Problems and Notes are in the order of the file; Omitted* count those beyond the first MaxProblems found.
	Problems        []Problem
	Notes           []workbook.Note
	OmittedProblems int
	OmittedNotes    int
}

// Summary counts what a file does by one standard sheet.
type Summary struct {
	Sheet, English string
	Rows           int // read, without examples
	Added          int
	Changed        int
	Removed        int // what went with other things among it
	Unchanged      int
}

// Plan reads a file against a county, which it never changes, and says what would become of it. A nil base is a county
// yet to be made by the sheet 县. What is wrong with the file is in the Result; the error is of the call: a scope that
// is not there (INVALID), or a context that ended (UNAVAILABLE because of its error).
func Plan(ctx context.Context, base *snapshot.County, book workbook.Book, o Options) (Result, error) {
	p := newPlanner(base, o)
	if err := p.setScope(); err != nil {
		return Result{}, err
	}
	p.recognise(book)
	if len(p.tables) == 0 && len(p.problems) == 0 {
		p.problem(workbook.Place{}, "", nil, gov.Errorf(gov.CodeInvalid, "文件中没有可以导入的表", "the file has no table that can be read").
			Advise("请按模板填写；csv 文件按栏目名称识别", "fill in the template; a csv file is recognised by its headers"))
	}
	for _, step := range []func(context.Context) error{p.readNodes, p.readReferences, p.readEdges} {
		if err := step(ctx); err != nil {
			return Result{}, err
		}
	}
	p.removeEdges()
	result := p.finish()
	result.sort(book)
	p.progress(p.total)
	return result, nil
}

// planner is the state of one Plan.
type planner struct {
	Options
	report
	base   *snapshot.County
	tables map[string][]*table // by English name of the standard sheet
	scope  map[string]bool     // keys of townships; nil = the whole county

	nodes map[string]gov.Node // of the base
	edges map[string]gov.Edge // of the base, lines of work among them

	before, after *directory // of the base; of what is to be
	writer        *writer    // names of what is to be, once all nodes are identified
	found         map[sought]answer
	dissolved     *dissolved // of the base, once it is asked for

	items     []*item
	byID      map[string]*item
	claims    map[string][]claim // rows by sheet, with what they are about
	mentioned map[string]bool    // keys that a row with a problem may be about: never removed
	removed   map[string]*Sheet  // by key or edge key
	loose     map[gov.EdgeKind]int
	moved     []string       // keys of relations that rows say lead elsewhere now
	rows      map[string]int // rows read by sheet
	total     int
	done      int
}

// item is one thing that rows of the file are about.
type item struct {
	sheet  *Sheet
	id     string // key, or edge key
	parent string // key of what a node belongs to
	place  int    // in the file's order
	base   any    // nil where it is new
	value  any
	first  row
	others []row  // about it too
	given  uint64 // columns that a row has filled
	said   uint64 // those, and the ones that a blank cell has emptied
	named  bool   // by its key or its own name, so that its names may be set
	failed uint64 // columns with a cell that could not be read
	bad    bool   // a row about it has a problem
	trial  bool   // of a row that can't be taken; its cells are read for their problems alone
}

// claim is one row with the thing it is about.
type claim struct {
	item *item
	row  row
}

func newPlanner(base *snapshot.County, o Options) *planner {
	p := &planner{
		Options: o, base: base, tables: map[string][]*table{}, nodes: map[string]gov.Node{}, edges: map[string]gov.Edge{}, found: map[sought]answer{},
		byID: map[string]*item{}, claims: map[string][]claim{}, mentioned: map[string]bool{}, removed: map[string]*Sheet{}, loose: map[gov.EdgeKind]int{}, rows: map[string]int{},
	}
	if base == nil {
		p.before, p.after = newDirectory(nil), newDirectory(nil)
		return p
	}
	p.before, p.after = newDirectory(base.County), newDirectory(base.County)
	for n := range base.Nodes() {
		p.nodes[n.NodeKey()] = n
		p.before.add(n)
		if l, ok := n.(*gov.Leader); ok {
			for _, e := range lineCharges(l) {
				p.edges[gov.EdgeKey(e)] = e
			}
		}
	}
	for e := range base.Edges() {
		p.edges[gov.EdgeKey(e)] = e
	}
	return p
}

// setScope finds the townships of a replacement.
func (p *planner) setScope() error {
	if p.Mode != "" && p.Mode != ModeUpdate && p.Mode != ModeReplace {
		return gov.Errorf(gov.CodeInvalid, "没有 %q 这一导入方式", "there is no mode %q", string(p.Mode)).At("mode")
	}
	if p.MaxRemoved < 0 || p.MaxRemoved > 100 {
		return gov.Errorf(gov.CodeInvalid, "删除比例上限应在 0 到 100 之间", "the greatest share to remove must be between 0 and 100 percent").At("maxRemoved")
	}
	for i, text := range p.Townships {
		found := p.before.find("", text, gov.NodeTownship)
		if len(found) != 1 {
			return gov.Errorf(gov.CodeInvalid, "没有名为“%[1]s”的乡镇", "there is no township called %[1]q", text).At("townships", i)
		}
		if p.scope == nil {
			p.scope = map[string]bool{}
		}
		p.scope[found[0].key] = true
	}
	return nil
}

// tick counts a row and looks whether the caller still waits.
func (p *planner) tick(ctx context.Context) error {
	if p.done++; p.done%512 != 0 {
		return nil
	}
	p.progress(min(p.done, p.total))
	if ctx.Err() != nil {
		return gaveUp(ctx)
	}
	return nil
}

func (p *planner) progress(done int) {
	if p.Progress != nil {
		p.Progress(done, p.total)
	}
}
