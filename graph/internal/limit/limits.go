package limit

// MaxErrors is the most errors that validation finds and an answer shows.
const MaxErrors = 20

// Limits of one request. Each is the largest value allowed.
type Limits struct {
	Bytes      int // document, in bytes
	Tokens     int // document, in tokens; bounds the parser
	Depth      int // selection sets inside each other, fragments followed, inline fragments counted
	Nesting    int // list and object literals inside each other
	Operations int
	Fragments  int // definitions
	Selections int // fields, spreads and inline fragments as written
	Spreads    int // fragment spreads as written
	Reach      int // selections met when each operation and each fragment is walked with all it spreads, as rules do
	Aliases    int
	Directives int
	Variables  int // definitions, over all operations

	Values int // in variables: scalars, lists and objects
	Levels int // in variables: lists and objects inside each other

	Merge int // comparisons while checking that fields with one response name can be merged

	Price   float64            // values in the answer
	Page    int                // first and last
	List    int                // assumed length of a plain list of objects
	Default int                // assumed page size where the schema names no default
	Weights map[string]float64 // extra price of a field, by "Type.field", for fields that compute much
}

// Standard limits, several times what the explorer and GraphiQL send.
func Standard() Limits {
	return Limits{
		Bytes:      64 << 10,
		Tokens:     5_000,
		Depth:      20,
		Nesting:    16,
		Operations: 10,
		Fragments:  100,
		Selections: 1_000,
		Spreads:    300,
		Reach:      10_000,
		Aliases:    200,
		Directives: 200,
		Variables:  100,
		Values:     50_000,
		Levels:     32,
		Merge:      50_000,
		Price:      250_000,
		Page:       500,
		List:       10,
		Default:    50,
	}
}
