package check_test

import (
	"testing"

	"zhicheng/forms/rapidtest"
)

func TestMain(m *testing.M) { rapidtest.Main(m) }
