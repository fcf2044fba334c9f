package store

// TemporaryPattern is what the temporary files of a save are made from.
const TemporaryPattern = temporaryPattern
