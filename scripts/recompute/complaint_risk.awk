# SPDX-License-Identifier: MIT
# Section 2 of RISK.md from the open findings. Input, separated by |:
#   weight SEVERITY WEIGHT;  counts BASIS;  shares RULE RULE,RULE...
#   finding ID FORCE TOOL RULE SEVERITY CERTAINTY BASIS LETTER,LETTER... REQUEST
# Findings that weigh nothing are there too: they may join two that do.
BEGIN { FS = "|" }
$1 == "weight" { weight[$2] = $3 }
$1 == "counts" { counts[$2] = 1 }
$1 == "shares" { shares[$2] = "," $3 "," }
$1 == "finding" {
    id[++n] = $2
    force[n] = $3
    tool[n] = $4
    rule[n] = $5
    w[n] = ($8 in counts) ? weight[$6] * ($7 == "possible" ? 0.5 : 1) : 0
    letters[n] = "," $9 ","
    about[n] = $5 "|" $3 "|" $4 "|" $10
    matter[n] = n
}
function share_letter(a, b,    list, m, i) {
    m = split(letters[a], list, ",")
    for (i = 1; i <= m; i++)
        if (list[i] != "" && index(letters[b], "," list[i] ","))
            return 1
    return 0
}
function share_cause(a, b) {
    return force[a] == force[b] && index(shares[rule[a]], "," rule[b] ",") && share_letter(a, b)
}
# The whole of one matter becomes the other.
function join(a, b,    i, old, new) {
    old = matter[b]
    new = matter[a]
    for (i = 1; i <= n && old != new; i++)
        if (matter[i] == old)
            matter[i] = new
}
# 1 - product over matters of (1 - largest weight), of the findings that do not rest on `without`.
function index_of(f, t, without,    i, best, product, key) {
    for (i = 1; i <= n; i++)
        if (force[i] == f && (t == "" || tool[i] == t) && !(without != "" && index(letters[i], "," without ",")))
            best[matter[i]] = max(best[matter[i]] + 0, w[i])
    product = 1
    for (key in best)
        product *= 1 - best[key]
    return 1 - product
}
END {
    for (a = 1; a <= n; a++)
        for (b = 1; b <= n; b++)
            if (about[a] == about[b] || share_cause(a, b))
                join(a, b)
    for (i = 1; i <= n; i++) {
        if (w[i] == 0)
            continue
        tell("complaint_part " id[i] " weight", w[i])
        tell("complaint_risk " force[i] " " tool[i] " index", index_of(force[i], tool[i], ""))
        if (force[i] in done)
            continue
        done[force[i]] = 1
        whole = least = index_of(force[i], "", "")
        for (k = 1; k <= n; k++) {
            m = force[k] == force[i] && w[k] > 0 ? split(letters[k], list, ",") : 0
            for (j = 1; j <= m; j++)
                if (list[j] != "")
                    least = min(least, index_of(force[i], "", list[j]))
        }
        tell("complaint_risk_of_force " force[i] " index", whole)
        if (least < whole) {
            tell("correction complaint_risk " force[i] " before", whole)
            tell("correction complaint_risk " force[i] " after", least)
        }
    }
}
