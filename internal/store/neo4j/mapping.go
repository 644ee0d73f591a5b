package neo4j

import (
	"fmt"
	"reflect"
	"strings"

	"tiaokuai/internal/gov"
)

// encode is a node or edge as properties. What is empty has none, except that of a list of structs the first field's
// list always stands, since it gives the length.
func encode(v any) map[string]any {
	from, props := reflect.ValueOf(v).Elem(), map[string]any{}
	for _, p := range shapes[from.Type()] {
		field, ok := reach(from, p.index)
		if !ok || field.IsZero() || field.Kind() == reflect.Slice && field.Len() == 0 {
			continue
		}
		if p.element == nil {
			props[p.name] = plain(field)
		} else if list, some := parallel(field, p.element); some || p.first {
			props[p.name] = list
		}
	}
	return props
}

// decode puts properties into an empty node or edge. Properties it does not know are passed over; of one that it knows
// the type must fit.
func decode(props map[string]any, into any) error {
	to := reflect.ValueOf(into).Elem()
	for _, p := range shapes[to.Type()] {
		value, ok := props[p.name]
		if !ok {
			continue
		}
		var err error
		if p.element == nil {
			err = setPlain(build(to, p.index), value)
		} else {
			err = setParallel(build(to, p.index), p.element, value)
		}
		if err != nil {
			return gov.Errorf(gov.CodeInvalid, "属性 %s 的类型不对", "property %s is of the wrong type", p.name).At(p.name).Because(err)
		}
	}
	return nil
}

// reach follows an index; false where a pointer on the way is nil.
func reach(v reflect.Value, index []int) (reflect.Value, bool) {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, true
}

// build follows an index and makes what pointers on the way point to.
func build(v reflect.Value, index []int) reflect.Value {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v
}

// plain is a text, number, truth value or list of texts as the driver takes it.
func plain(v reflect.Value) any {
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		return v.Bool()
	case reflect.Int, reflect.Int64:
		return v.Int()
	}
	list := make([]any, v.Len())
	for i := range list {
		list[i] = v.Index(i).String()
	}
	return list
}

// parallel is one field of each element as a list, and whether any of them is not empty.
func parallel(elements reflect.Value, field []int) (list []any, some bool) {
	list = make([]any, elements.Len())
	for i := range list {
		v := elements.Index(i).FieldByIndex(field)
		some = some || !v.IsZero()
		if v.Kind() == reflect.Slice {
			list[i] = fold(v)
		} else {
			list[i] = plain(v)
		}
	}
	return list, some
}

func setPlain(v reflect.Value, value any) error {
	switch value := value.(type) {
	case string:
		if v.Kind() == reflect.String {
			v.SetString(value)
			return nil
		}
	case bool:
		if v.Kind() == reflect.Bool {
			v.SetBool(value)
			return nil
		}
	case int64:
		if v.CanInt() && !v.OverflowInt(value) {
			v.SetInt(value)
			return nil
		}
	case float64: // what a person typed as 5.0
		if v.CanInt() && value == float64(int64(value)) {
			v.SetInt(int64(value))
			return nil
		}
	case []any:
		if v.Kind() == reflect.Slice {
			v.Set(reflect.MakeSlice(v.Type(), len(value), len(value)))
			for i, element := range value {
				if err := setPlain(v.Index(i), element); err != nil {
					return err
				}
			}
			return nil
		}
	}
	return fmt.Errorf("neo4j: %T where a %s is due", value, v.Type())
}

// setParallel gives each element of a list of structs one field; the longest of the lists gives its length.
func setParallel(elements reflect.Value, field []int, value any) error {
	list, ok := value.([]any)
	if !ok {
		return fmt.Errorf("neo4j: %T where a list is due", value)
	}
	if missing := len(list) - elements.Len(); missing > 0 {
		elements.Set(reflect.AppendSlice(elements, reflect.MakeSlice(elements.Type(), missing, missing)))
	}
	for i, element := range list {
		v := elements.Index(i).FieldByIndex(field)
		text, ok := element.(string)
		if v.Kind() == reflect.Slice && ok {
			unfold(v, text)
		} else if err := setPlain(v, element); err != nil {
			return err
		}
	}
	return nil
}

// A list within an element is one text of lines. The escapes keep line breaks within a text, and an empty text apart
// from no text at all.
var (
	escape   = strings.NewReplacer(`\`, `\\`, "\n", `\n`)
	unescape = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\e`, "")
)

func fold(list reflect.Value) string {
	lines := make([]string, list.Len())
	for i := range lines {
		if lines[i] = escape.Replace(list.Index(i).String()); lines[i] == "" {
			lines[i] = `\e`
		}
	}
	return strings.Join(lines, "\n")
}

func unfold(list reflect.Value, text string) {
	if text == "" {
		return
	}
	lines := strings.Split(text, "\n")
	list.Set(reflect.MakeSlice(list.Type(), len(lines), len(lines)))
	for i, line := range lines {
		list.Index(i).SetString(unescape.Replace(line))
	}
}
