SELECT as_of_day FROM audit
