"""Parts of pages that several views share."""
