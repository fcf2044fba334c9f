//go:build race

package ui

// underRace tells that the race detector looks on.
const underRace = true
