// Package check judges an application by the rules of a notice. Every rule is a
// value, a [Check], with the clause quoted above it and below it the plain function
// from the notice and the answers to a [Finding]; [All] lists them, [Run] runs them.
//
// A finding fails only where every plausible reading of the notice fails. It is
// missing only where an answer that is still open could change it; 不确定 is an
// answer and has to be asked about. No check reads a clock or a file.
package check
