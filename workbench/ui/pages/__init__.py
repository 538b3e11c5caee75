"""The pages: each reads state, calls a service, shows what it gave."""
