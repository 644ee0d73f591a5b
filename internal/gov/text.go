package gov

import "fmt"

// Language is the language of a text shown to a person.
type Language string

// The languages of every text; Chinese is the original.
const (
	LanguageZH Language = "ZH"
	LanguageEN Language = "EN"
)

// Text is one sentence in both languages.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// Textf formats the same arguments into a Chinese and an English pattern. Indexed verbs (%[2]s) let the two differ in order.
func Textf(zh, en string, args ...any) Text {
	if len(args) == 0 {
		return Text{zh, en}
	}
	return Text{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// In returns the text in a language; anything but English reads Chinese.
func (t Text) In(l Language) string {
	if l == LanguageEN {
		return t.EN
	}
	return t.ZH
}

// String is the Chinese text.
func (t Text) String() string { return t.ZH }
