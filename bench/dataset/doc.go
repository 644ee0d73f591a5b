// Package dataset makes counties to measure with: as large as a real one (15 townships, 12 organs each, 163 duties), with
// overlaps of many kinds, and the same from the same seed on any machine. Nothing in them is true of any place.
//
// It imports gov, change, snapshot and atlas.
package dataset
