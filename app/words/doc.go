// Package words says in English what the program says in Chinese.
//
// The Chinese text is the key. Most of what the window shows is finished when it
// comes: the checks put figures, dates and labels into sentences and know of no
// language. So an entry of the catalogue is a text or a template: in
// “%d年一般公需%s学时” each verb stands for what was put in there, which is
// translated by itself. Exact texts come first, then the template with the longest
// text of its own; what is joined by 、；。： is translated part by part.
//
// In the English of a template a verb names the same argument as in the Chinese
// (%[2]s where the order differs); %v stands for what stays as it was typed.
// Clauses, names of plans, titles in 《》 and numbers of documents stay Chinese.
package words
