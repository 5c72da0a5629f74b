// Package source reads saved articles: files, folders, archives, lines of
// JSON and standard input become [Document] values, one at a time.
//
// The idea to know: a document's text is always UTF-8, and as long as the file
// itself was UTF-8 an offset into the text is an offset into the file
// ([Document.Body] says where the text begins). One bad input never ends the
// reading: it is handed out as an [*Error] that names it, and the next one
// follows.
//
// The package opens and decodes; what of a page is the article and what is
// furniture around it is decided in package clean.
package source
