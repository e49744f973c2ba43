"""Connections to replicas, which go on with the primary when the replica fails."""
