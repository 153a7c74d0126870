"""Parts of documents that several views share."""
