"""What every address under /api/v1/ shares: parameters, pages, errors, schema."""
