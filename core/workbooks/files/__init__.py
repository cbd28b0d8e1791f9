"""What any spreadsheet file holds: bytes of every kind made into sheets of cells, within bounds.

recognise.kind_of(name, content) -> FileKind     what a file is, by what is in it
opening.open_book(content, password) -> Book     its sheets, whatever wrote it
"""
