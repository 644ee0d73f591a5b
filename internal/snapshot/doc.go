// Package snapshot is a county at one revision: immutable, linked, and shared with its neighbours in time.
//
// A snapshot is one [base] (the county's own node, departments, sections, duties, sources …) and one immutable [block]
// per township (organs, leaders and every edge that ends in the township). A block is linked to the base it was built
// against by slice indexes, so that walking the graph looks up no map. [County.Apply] rebuilds only the parts a delta
// touches and shares the others, with what other rooms derived from them ([Derive]), between revisions and scenarios.
//
// Other rooms read through handles ([Organ], [Department], …): small values of (county, block, index) that embed the
// node they stand for and whose methods follow its edges. Within a part, nodes are in order of (order, key), edges in
// order of their ends.
//
// It imports gov alone.
package snapshot
