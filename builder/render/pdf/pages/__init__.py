"""Documents of medium "pages" as PDF: teacher notes and handouts."""
