// Package words says in English what the program says in Chinese.
//
// The key of an entry is the format that a sentence is made from with [say.F]. In the
// English a verb names the same argument (%[2]s where the order differs). Clauses,
// titles in 《》 and numbers of documents stay Chinese, and so does what was typed.
package words
