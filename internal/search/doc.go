// Package search finds nodes by name: the whole name, its beginning, a part of it, its 简称 (letters of the name in
// their order: 农业局 for 农业农村局) and the initials of its pinyin (nyncj).
//
// An [Index] is a county's names as a small value that a store keeps beside the county's head, so that searching the
// nation loads no county. It imports gov and snapshot.
package search
