"""What staff and admins do over HTTP: documents, ingests, generations, corrections."""
