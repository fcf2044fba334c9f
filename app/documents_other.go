//go:build !darwin

package main

// listenForDocuments does nothing: these systems name a file among the arguments.
func listenForDocuments() {}

// openDocuments does nothing either.
func openDocuments(func(path string)) {}
