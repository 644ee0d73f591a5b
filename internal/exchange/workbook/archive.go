package workbook

import (
	"archive/zip"
	"bytes"
	"strings"
)

// smallPart is the size up to which a part may be packed as tightly as it likes.
const smallPart = 1 << 20

// archive is a zip whose directory was found within the limits. Nothing of it was unpacked yet.
type archive struct {
	parts  []*zip.File
	byName map[string]*zip.File // by folded name
}

// openArchive reads the directory of a zip and refuses a bomb before anything is unpacked: too many parts, too much in
// all, packed too tightly, or parts that lie over one another. What the directory states is binding: archive/zip ends a
// part with an error when it is longer or shorter.
func openArchive(data []byte, l Limits) (*archive, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > l.Parts {
		return nil, bomb("压缩包内有 %d 个以上的文件", "the zip has more than %d parts", l.Parts)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	a := &archive{parts: z.File, byName: map[string]*zip.File{}}
	var packed, unpacked uint64
	for _, f := range z.File {
		if err := checkPart(f, uint64(len(data)), l); err != nil {
			return nil, err
		}
		packed += f.CompressedSize64
		unpacked += f.UncompressedSize64
		key := foldPart(f.Name)
		if a.byName[key] != nil {
			return nil, bomb("压缩包内有两个同名文件 %s", "the zip has two parts named %s", f.Name)
		}
		a.byName[key] = f
	}
	if unpacked > uint64(l.Unpacked) {
		return nil, bomb("解压后超过 %d MB", "it would be more than %d MB unpacked", l.Unpacked>>20)
	}
	if packed > uint64(len(data)) {
		return nil, bomb("压缩包内的文件互相重叠", "the parts of the zip overlap")
	}
	return a, nil
}

func checkPart(f *zip.File, size uint64, l Limits) error {
	switch {
	case f.Flags&1 != 0:
		return invalid("压缩包有密码", "the zip is locked with a password").Advise("解压后不设密码重新压缩", "pack it again without one")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return bomb("压缩方法 %d 不受支持", "the packing method %d is not supported", f.Method)
	case f.CompressedSize64 > size || f.UncompressedSize64 > uint64(l.Unpacked):
		return bomb("%s 解压后过大", "%s is too large unpacked", f.Name)
	case f.UncompressedSize64 > smallPart && f.UncompressedSize64 > uint64(l.Ratio)*f.CompressedSize64:
		return bomb("%s 的压缩比超过 %d 倍，疑为压缩炸弹", "%s is packed more than %d times, like a zip bomb", f.Name, l.Ratio)
	}
	return nil
}

func bomb(zh, en string, args ...any) error {
	return invalid(zh, en, args...).
		Advise("用 Excel 或 WPS 打开原文件，另存为新的 .xlsx 再导入", "open the original in Excel or WPS and save it as a new .xlsx")
}

func (a *archive) has(name string) bool { return a.byName[foldPart(name)] != nil }

// hasUnder says whether any part lies in a folder.
func (a *archive) hasUnder(folder string) bool {
	for _, f := range a.parts {
		if strings.HasPrefix(foldPart(f.Name), folder) {
			return true
		}
	}
	return false
}

// foldPart is a part's name as it is compared: some writers use backslashes, a slash in front or other letter case.
func foldPart(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}
