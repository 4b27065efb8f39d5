# SPDX-License-Identifier: MIT
# The figures that the program told (first file) against those computed again, lines
# "TABLE KEY COLUMN|VALUE". Exits 1 where one differs or stands on one side only.
BEGIN { FS = "|" }
{ split($1, word, " "); table = word[1] }
FNR == NR { told[$1] = $2; tables[table] = 1; next }
!($1 in told) { print "only here: " $0; bad++; next }
{
    seen[$1] = 1
    n[table]++
    if (($2 == "") != (told[$1] == ""))
        differs = 1
    else {
        gap = $2 - told[$1]
        gap = gap < 0 ? -gap : gap
        size = $2 < 0 ? -$2 : $2
        differs = gap > 1e-9 * (size > 1 ? size : 1)
        if (gap > widest[table])
            widest[table] = gap
    }
    if (differs) {
        print "differs: " $1 ": the audit says " told[$1] ", here it is " $2
        bad++
    }
}
END {
    for (what in told)
        if (!(what in seen)) {
            print "only in the audit: " what "|" told[what]
            bad++
        }
    for (table in tables) {
        printf "%-18s %6d figures, largest difference %.1e\n", table, n[table], widest[table] | "sort"
        total += n[table]
    }
    close("sort")
    printf "%d figures compared, %d differ\n", total, bad
    exit bad > 0 || total == 0
}
