package filetest

import (
	"testing"

	"golang.org/x/sys/windows"
)

// SkipUnderWine skips a test of what only Windows itself does.
func SkipUnderWine(t testing.TB, what string) {
	t.Helper()
	if windows.NewLazySystemDLL("ntdll.dll").NewProc("wine_get_version").Find() == nil {
		t.Skipf("Wine没有这个：%s", what)
	}
}
