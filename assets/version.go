package assets

// Version is the version of both programs; FyneApp.toml says the same.
const Version = "1.0.0"
