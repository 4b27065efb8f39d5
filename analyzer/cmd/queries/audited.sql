SELECT pack, as_of, version FROM audit
