// Package forms reads the public forms of townships' 履职事项清单 as rows of the standard sheets. [Of] reads a whole book
// against a county and gives the forms for [sheets.Options].Forms; matching, suggestions and problems are Plan's.
//
// # The forms
//
//   - 基本履职事项清单: 序号 | 事项名称. A duty on the list BASIC.
//   - 配合履职事项清单: 序号 | 事项名称 | 对应上级部门 | 上级部门职责 | 乡镇配合职责. A duty on the list SUPPORTING, whose content is 乡镇配合职责, and
//     an assignment of each department with its part of 上级部门职责.
//   - the twin of it that a department keeps: 序号 | 事项名称 | 部门职责 | 配合乡镇 | 乡镇配合职责. The same, the department leading.
//   - 上级部门收回事项清单: 序号 | 事项名称 | 承接部门 | 工作方式 (one column or two; or kept by the department, with 关联镇街). A duty on the list
//     WITHDRAWN, whose content is 工作方式, and an assignment of the department that takes it over.
//
// A sheet is known by the title above its headers, else by its name, else by headers that no standard sheet has; one that
// is called like a standard sheet (乡镇) by its title or headers alone. Headers
// may take two rows and stand again on each page; a row without a name, or with the last one's (a merged cell), goes on
// about the same item; so does an item whose name comes twice, with a note. 备注, footers and unknown columns are not read.
//
// Several lists may stand on one sheet: another begins at a title of another kind, township or keeper, and at other
// headers. One whose title names nobody (二、配合履职事项清单) is of whom the titles before it name. A title without headers of
// its own goes on with those above it; headers of which nothing tells the form are a problem.
//
// # Whose list, and of which document
//
// The title (Options first, the sheet's name last) names the township; one that says 各乡镇, 全县 or 乡镇（街道） alone is of
// every township; one that names none of the county is a problem, and nothing is made of the list. A department in the
// title is the list's keeper. Listing.Document is the title without 附件 and （共n项）, and the source of duty and
// assignments, which are DOCUMENT. Where Options.Document is the one title of several townships' lists, each township's is
// an article of it. A township's list is a listing of that township alone, even where all townships have the item: each
// list is a document of its own, and its words may differ. It is not narrowed out of what every township has in the same
// words by the same document.
//
// # Groups
//
// 一、… and （一）… are matched with the county's aspects and domains, by name and alias; the edition is the one that has all
// that any has, and a duty of the same name in another edition is another duty. An unknown first group is taken as the
// aspect as it stands, with a note, since that loses nothing; an unknown second one is only noted. An aspect that another
// document gave stays. Numbers that titles, groups and 合计 declare are held against what is listed: a difference is a note,
// and no duty is made up.
//
// # Departments
//
// Names are found with and without 县, 市, 区 and the county's own name. The words of 上级部门职责 are parted by 县甲局：… at the head of a
// paragraph, by numbers where the departments are numbered too, or by rows; what can't be parted is recorded with the
// first, with a note. LEAD is who is marked 牵头 or 主责, else the only one, else the one whose words alone say 牵头. Where
// that does not tell, it is whoever of them leads on record, else the first, with a note: a guess never makes a second lead.
//
// # Disagreement
//
// Each list is a statement of its keeper. What another keeper or another township said stays:
//
//   - listings stand side by side, one for each keeper and its townships; a later document of the same keeper takes the
//     place of the earlier one for its townships. Two keepers' different words, or lists with different leads, for one
//     township are conflicts of [overlap.QualityOf]; an organ that leads what the list in force gives to the county is
//     ROLE_INVERSION, one that carries what was withdrawn RECALLED_STILL_DONE;
//   - departments said to lead by different lists all lead: DEPARTMENT_DUTY_CONFLICT. LEAD beats SUPPORT;
//   - the words on a department's part are one text on record: the department's own before others', else the first
//     document's. Other words are kept at the end of that list's content (部门职责的另一表述), with a note;
//   - an item that only one of two twins has is a note at the import of the other, and from then on a conflict too, as
//     long as both are on record.
//
// What stands by one document alone follows it: words, role, aspect; a department that the document names no more loses
// the assignment. So importing A, B and A again comes to nothing the second time, unless a department's own catalogue came
// between, whose words A then differs from.
//
// # Replacement
//
// In ModeReplace a duty of the list, keeper and townships that the file no longer has loses its listing there (one of
// several townships is narrowed), unless that is more than MaxRemoved percent. The duty and its assignments stay, though
// it may be on no list any more, which is noted: a form's rows can change but not remove.
//
// To add a form: its file with the kind, one line in kinds; new columns are roles in role.go. It imports gov, snapshot,
// search, exchange/sheets and exchange/workbook.
package forms
