# SPDX-License-Identifier: MIT
# Section 2 of RISK.md from the open findings. Input, separated by |:
#   weight SEVERITY WEIGHT;  counts BASIS;  shares RULE RULE,RULE...
#   finding ID FORCE TOOL RULE SEVERITY CERTAINTY BASIS LETTER,LETTER...
BEGIN { FS = "|" }
$1 == "weight" { weight[$2] = $3 }
$1 == "counts" { counts[$2] = 1 }
$1 == "shares" { shares[$2] = "," $3 "," }
$1 == "finding" && ($8 in counts) && weight[$6] > 0 {
    id[++n] = $2
    force[n] = $3
    tool[n] = $4
    rule[n] = $5
    w[n] = weight[$6] * ($7 == "possible" ? 0.5 : 1)
    letters[n] = "," $9 ","
    cause[n] = n
}
function share_letter(a, b,    list, m, i) {
    m = split(letters[a], list, ",")
    for (i = 1; i <= m; i++)
        if (list[i] != "" && index(letters[b], "," list[i] ","))
            return 1
    return 0
}
# 1 - product over causes of (1 - largest weight), of the findings that do not rest on `without`.
function index_of(f, t, without,    i, best, product, key) {
    for (i = 1; i <= n; i++)
        if (force[i] == f && (t == "" || tool[i] == t) && !(without != "" && index(letters[i], "," without ",")))
            best[cause[i]] = max(best[cause[i]] + 0, w[i])
    product = 1
    for (key in best)
        product *= 1 - best[key]
    return 1 - product
}
END {
    for (hub = 1; hub <= n; hub++)
        for (i = 1; i <= n; i++)
            if (force[i] == force[hub] && cause[i] == i && index(shares[rule[hub]], "," rule[i] ",") && share_letter(i, hub))
                cause[i] = hub
    for (i = 1; i <= n; i++) {
        tell("compliance_part " id[i] " weight", w[i])
        tell("compliance " force[i] " " tool[i] " index", index_of(force[i], tool[i], ""))
        if (force[i] in done)
            continue
        done[force[i]] = 1
        whole = least = index_of(force[i], "", "")
        for (k = 1; k <= n; k++) {
            m = force[k] == force[i] ? split(letters[k], list, ",") : 0
            for (j = 1; j <= m; j++)
                if (list[j] != "")
                    least = min(least, index_of(force[i], "", list[j]))
        }
        tell("compliance_of_force " force[i] " index", whole)
        if (least < whole) {
            tell("correction compliance " force[i] " before", whole)
            tell("correction compliance " force[i] " after", least)
        }
    }
}
