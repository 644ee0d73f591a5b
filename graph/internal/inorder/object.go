package inorder

import (
	"context"
	"io"

	"github.com/99designs/gqlgen/graphql"
)

// Object stands in the place of graphql.FieldSet in every object but the operation's root, whose fields may wait for a
// store and stay concurrent. It resolves fields one after the other, and knows nothing of @defer, which is refused
// before (graph/internal/limit): preparing for it cost a fifth of the allocations. Generated code uses its fields and
// methods by the names they have in graphql.FieldSet.
type Object struct {
	Values   []graphql.Marshaler
	Invalids uint32 // fields that make the whole object null
	fields   []graphql.CollectedField
	delayed  []delayed
}

type delayed struct {
	i       int
	invalid graphql.Marshaler // the result that makes the object null
	resolve func(context.Context) graphql.Marshaler
	guarded bool
	oc      *graphql.OperationContext
}

// NewObject makes an object without values.
func NewObject(fields []graphql.CollectedField) *Object {
	return &Object{fields: fields, Values: make([]graphql.Marshaler, len(fields))}
}

// ResolveConcurrently leaves a field until Dispatch, where the context is known.
func (o *Object) ResolveConcurrently(oc *graphql.OperationContext, _ *graphql.DeferredGroup, i int, guarded, nonNull bool, resolve func(context.Context) graphql.Marshaler) {
	invalid := graphql.Marshaler(graphql.RequiredNull)
	if nonNull {
		invalid = graphql.Null
	}
	o.delayed = append(o.delayed, delayed{i, invalid, resolve, guarded, oc})
}

// Dispatch resolves what was left.
func (o *Object) Dispatch(ctx context.Context) {
	for _, d := range o.delayed {
		o.Values[d.i] = d.run(ctx)
		if o.Values[d.i] == d.invalid {
			o.Invalids++
		}
	}
}

// run turns a panic into an error of the field, as gqlgen does.
func (d delayed) run(ctx context.Context) (m graphql.Marshaler) {
	if d.guarded {
		defer func() {
			if r := recover(); r != nil {
				d.oc.Error(ctx, d.oc.Recover(ctx, r))
				m = graphql.Null
			}
		}()
	}
	return d.resolve(ctx)
}

// fewFields is up to how many fields are searched one by one for a name that was written before.
const fewFields = 16

// MarshalGQL writes the object. A response name that fragments on an interface and on its type both select is written once.
func (o *Object) MarshalGQL(w io.Writer) {
	var written map[string]bool
	if len(o.fields) > fewFields {
		written = make(map[string]bool, len(o.fields))
	}
	separator := "{\""
	for i := range o.fields {
		name := o.fields[i].Alias
		if o.wrote(i, written) {
			continue
		}
		_, _ = io.WriteString(w, separator)
		_, _ = io.WriteString(w, name) // a name needs no escapes
		_, _ = io.WriteString(w, "\":")
		o.Values[i].MarshalGQL(w)
		separator = ",\""
	}
	if len(o.fields) == 0 {
		_, _ = io.WriteString(w, "{")
	}
	_, _ = io.WriteString(w, "}")
}

// wrote says whether the name of the i-th field is that of an earlier one.
func (o *Object) wrote(i int, written map[string]bool) bool {
	name := o.fields[i].Alias
	if written != nil {
		before := written[name]
		written[name] = true
		return before
	}
	for j := range i {
		if o.fields[j].Alias == name {
			return true
		}
	}
	return false
}
