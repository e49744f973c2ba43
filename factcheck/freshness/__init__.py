"""When the public record last changed: kept by PostgreSQL, told as Last-Modified."""
