"""What people write: lessons, case studies, help directories, and the words the tool prints."""
