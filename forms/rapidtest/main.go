// Package rapidtest sets how many cases rapid draws of the properties in a run of all tests.
package rapidtest

import (
	"flag"
	"os"
	"testing"
)

// draws is how many cases a test run draws of each property. The weekly search
// (.github/workflows/properties.yml) draws thousands.
const draws = "40"

// Main is a TestMain. In CI the properties draw the same cases at every run, so that what fails
// there is due to the change; everywhere else they look for new ones. -rapid.checks and -rapid.seed
// on the command line go first.
func Main(m *testing.M) {
	set("rapid.checks", draws)
	if os.Getenv("CI") != "" {
		set("rapid.seed", "20200923")
	}
	os.Exit(m.Run())
}

// set gives a flag another default.
func set(name, value string) {
	if err := flag.Set(name, value); err != nil {
		panic(err)
	}
}
