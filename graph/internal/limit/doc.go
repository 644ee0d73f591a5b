// Package limit bounds what one GraphQL request may cost before it is executed, whatever transport brought it.
//
// A [Guard] is a gqlgen extension. It looks at a request in two steps:
//
//  1. before validation ([Guard.MutateOperationParameters]): size, tokens, depth and the number of everything that
//     makes validation slow. Fragments are measured once each, so the work is linear in the document. A document that
//     is in the query cache has passed already. Then the variables: everything that is wrong with them at once, which
//     gqlparser stops at the first of or lets through (integers over 32 bits, @oneOf objects, letter case of enums,
//     strings for numbers);
//  2. before execution ([Guard.MutateOperationContext]): page sizes, and the price.
//
// The price is the number of values an answer may hold. A connection multiplies its edges and nodes by first or last, a
// plain list of objects counts [Limits].List times or as often as its longest list argument has elements, introspection
// lists count as the schema has elements on average. A field's own work is added by [Limits].Weights.
//
// Refusals are TOO_COMPLEX and name the limit; wrong values and page sizes are INVALID with the argument's path.
// [Rules] are the validation rules: no suggestions, so names are not given away and errors stay cheap, our own check
// that fields can be merged, whose work is counted, and at most [MaxErrors] errors.
//
// It imports gov and gqlgen. To add a limit: a field in limits.go, its count in count.go and one line in its table.
package limit
