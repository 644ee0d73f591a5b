// Package storetest is the suite that holds every store to the contract of package store, and what such tests need:
// random changes that keep a county sound ([Author]) and a county of any size ([County]).
//
// An engine joins by one method, from a test of its own:
//
//	func TestConformance(t *testing.T) {
//		storetest.Run(t, func(tb testing.TB) func() store.Store {
//			path := filepath.Join(tb.TempDir(), "tiaokuai.db")
//			return func() store.Store { … open path … }
//		})
//	}
//
// A case is a function of a bench in a file named after what it holds the engine to, with one line in suite.go. It may
// find other counties in the store, but nobody else writes to it meanwhile.
//
// It imports gov, store and the testing libraries.
package storetest
