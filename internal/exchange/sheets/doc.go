// Package sheets is a county as standard tables, both ways: [Export] writes 机构, 对口, 分管, 职责 … and a sheet of
// overlaps; [Template] writes them empty with notes, choices and examples; [Plan] reads a file against a county and says
// which edits it comes to, with every problem at its cell.
//
// # Reading
//
// A sheet is known by its name or by its headers, which stand in one of its first ten rows, in any order, under any of
// their names. A row is about the thing with its 编号; without one, about that with its name, else its alias, plate,
// short or former name or post, within its township or department. What matches nothing is new, unless its name is a
// twin (农业局, 县农业农村局) of one on record that the file does not mention otherwise: then the row has a problem and asks
// for the 编号 (it was renamed), the name on record (it is the same) or 新增 (it is new); [Options].Create answers new for
// all. This holds for townships, organs, departments and sections, which have one name each, and for a leader whose post
// stands on record without a name; for others a like name is a note. With a 编号 another name is a renaming: the old one
// joins the former names unless the file fills 曾用名. A name is near with those of the county and the township before it
// too (登封市水利局); one of what was dissolved asks as a twin does, and its successor is named.
//
// Every bad cell of a row is told at once, also where it can't be told what the row is about; what is wrong only because
// another cell is, is not. In a replacement the guard ([Options].MaxRemoved) holds for each sheet by itself, and for each
// kind of relation that goes with what is removed.
//
// A reference is a key or a name, of something on record or in any sheet of the file. Where a name means several it is
// written behind that of its township (大冶镇财政所), or as the key. Keys of new things are minted in the file's order.
//
// Several values in one cell are parted by 、 ； ; or a line break; one that holds such a sign stands in double quotes.
// Values with parts of their own are written 配合履职｜牵头=县级｜乡镇=甲镇、乙镇 and parted by ； ; or a line break. A blank cell
// leaves what is on record, 清空 or － empties it; in a replacement a blank cell empties too. A cell that says what is on
// record changes nothing, however it is written. Several rows may tell one thing: each may fill other columns or add to
// one of several values; otherwise they must agree. A relation whose row has the 编号 of another one moves it.
//
// # What tables don't tell
//
// Formers and successions (they stay in the county as they are; those of a county made anew are lost), attributes that
// lead to something dissolved where the county is made anew, revisions and history, basis and sources of a line of work
// (分管工作; it has none), a second line of work of one name, and the order of a leader's lines in an update. A file can't
// move an organ or a leader to another township. Case decisions and scenarios are no part of a county's tables.
//
// # Adding to it
//
// A column: one line in its sheet, by a codec of codec.go; the round trip test then asks nothing more. A sheet: its file,
// one line in registry.go, and in [identified] if its rows are nodes. A layout of another kind, such as the public
// 履职事项清单, is a [Form]: it turns its sheets into rows of the standard ones with the cells they came from, and all
// that follows is the same.
//
// It imports gov, snapshot, change, overlap, search and exchange/workbook.
package sheets
