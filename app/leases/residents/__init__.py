"""Who lives in a rented home: consents asked for, sub-tenants, and another tenant in the lease."""
