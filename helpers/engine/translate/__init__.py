"""The course in other languages: catalogues of what people read, for translators and for `build`."""
