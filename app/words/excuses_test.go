package words

// excuses are texts of the source that need no English, with the reason.
var excuses = map[string]string{}
