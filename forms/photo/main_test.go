package photo

import (
	"testing"

	"zhicheng/forms/rapidtest"
)

func TestMain(m *testing.M) { rapidtest.Main(m) }

// Slow marks a test in which the nets look at many pictures: it runs beside others, and
// not under -race, where each look takes a second and nothing new is done at once.
func Slow(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("-race 下要几分钟，-short 时跳过")
	}
	t.Parallel()
}

// Some are one in so many of what is alike, so that a run of all tests stays short; all of them
// with -variants.
func Some[T any](t *testing.T, each int, all []T) []T {
	t.Helper()
	if *variantsWanted {
		return all
	}
	var some []T
	for i := 0; i < len(all); i += each {
		some = append(some, all[i])
	}
	t.Logf("%d of %d are tried, all with -variants", len(some), len(all))
	return some
}
