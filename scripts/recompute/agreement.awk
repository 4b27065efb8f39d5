# SPDX-License-Identifier: MIT
# Section 3 of RISK.md: pairs of answers counted one by one. Input, separated by |:
#   setting SEED RESAMPLES
#   cell TOOL QUESTION FORCE POSITION CONFORMS OWN_ACKNOWLEDGEMENT   questions together
#   letter TOOL FORCE REQUEST POSITION CONFORMS                      forces together
BEGIN {
    FS = "|"
    fill_bit_tables()
    split("confirm deny ncnd yes no", word, " ")
    for (i = 1; i <= 3; i++) code[word[i]] = i
    for (i = 4; i <= 5; i++) code[word[i]] = i - 3
}
function add(kind, tool, unit, rater, position, conforms,    t) {
    t = kind SUBSEP tool
    if (!(t in units)) { tables[++table_count] = t; units[t] = raters[t] = 0 }
    if (!((t, unit) in unit_at)) { unit_at[t, unit] = ++units[t]; unit_name[t, units[t]] = unit }
    if (!((t, rater) in rater_at)) { rater_at[t, rater] = ++raters[t]; rater_name[t, raters[t]] = rater }
    said[t, unit_at[t, unit], rater_at[t, rater], "position"] = code[position]
    said[t, unit_at[t, unit], rater_at[t, rater], "conformance"] = code[conforms] + 0
}
$1 == "setting" { seed = $2; resamples = $3 }
$1 == "cell" { add("between-forces", $2, $3, $4, $5, $6); had_own["between-forces" SUBSEP $2, $3, $4] = $7 }
$1 == "letter" { add("own-line", $2, $3, $4, $5, $6) }

# Counts of unit u among the raters that were drawn: in of[1..3], their sum in size.
function count_unit(t, u, on,    i, x) {
    of[1] = of[2] = of[3] = size = 0
    for (i = 1; i <= raters[t]; i++) {
        x = table[u, i]
        if (x) { of[x] += drawn_rater[i]; size += drawn_rater[i] }
    }
}
# All statistics over the table with units and raters drawn so often; results in value[],
# why they are undefined in reason[] only by being "".
function statistics(t, on,    u, w, k, pairs, same, n_all, paired, rated, agree, differ, complete, complete_agree, all_raters, seen, seen_complete, pe, i) {
    split("", total); split("", share); split("", in_complete)
    for (i = 1; i <= raters[t]; i++) all_raters += drawn_rater[i]
    for (u = 1; u <= units[t]; u++) {
        w = drawn_unit[u]
        count_unit(t, u, on)
        if (w == 0 || size == 0) continue
        rated += w
        for (k = 1; k <= 3; k++) share[k] += w * of[k] / size
        if (size < 2) continue
        same = 0
        for (k = 1; k <= 3; k++) same += of[k] * (of[k] - 1)
        pairs = size * (size - 1)
        paired += w
        n_all += w * size
        agree += w * same / pairs
        differ += w * (pairs - same) / (size - 1)
        for (k = 1; k <= 3; k++) total[k] += w * of[k]
        if (size != all_raters) continue
        complete += w
        complete_agree += w * same / pairs
        for (k = 1; k <= 3; k++) in_complete[k] += w * of[k]
    }
    value["agreement"] = value["alpha"] = value["kappa"] = value["ac1"] = ""
    paired_units = paired + 0
    complete_units = complete + 0
    if (!paired) return
    value["agreement"] = agree / paired
    for (k = 1; k <= 3; k++) { seen += total[k] > 0; seen_complete += in_complete[k] > 0 }
    if (paired > 1 && seen > 1) {
        pe = 0
        for (k = 1; k <= 3; k++) pe += total[k] * (n_all - total[k]) # pairs of unlike ratings
        value["alpha"] = 1 - (differ / n_all) / (pe / (n_all * (n_all - 1)))
        pe = seen = 0
        for (k = 1; k <= 3; k++) { pe += share[k] / rated * (1 - share[k] / rated); seen += share[k] > 0 }
        pe /= seen - 1
        value["ac1"] = (agree / paired - pe) / (1 - pe)
    }
    if (complete > 1 && seen_complete > 1 && all_raters > 1) {
        pe = 0
        for (k = 1; k <= 3; k++) pe += (in_complete[k] / (complete * all_raters)) ^ 2
        value["kappa"] = (complete_agree / complete - pe) / (1 - pe)
    }
}
function before(t, side, a, b,    i, k, x) {
    for (i = 1; side == "rater" && i <= units[t]; i++)
        if (table[i, a] != table[i, b]) return table[i, a] < table[i, b]
    for (k = 1; side == "unit" && k <= 3; k++) {
        x = 0
        for (i = 1; i <= raters[t]; i++) x += (table[a, i] == k) - (table[b, i] == k)
        if (x) return x < 0
    }
    return 0
}
function put_in_order(t, side, n,    i, j, x) {
    for (i = 1; i <= n; i++) {
        for (j = i; j > 1 && before(t, side, i, order[j - 1]); j--) order[j] = order[j - 1]
        order[j] = i
    }
}
function tell_table(t, on,    part, between, key, s, i, u, n, side, j, kept, missing, list, told, names) {
    split(t, part, SUBSEP)
    between = part[1] == "between-forces"
    for (u = 1; u <= units[t]; u++) for (i = 1; i <= raters[t]; i++) table[u, i] = said[t, u, i, on] + 0
    for (u = 1; u <= units[t]; u++) drawn_unit[u] = 1
    for (i = 1; i <= raters[t]; i++) drawn_rater[i] = 1
    statistics(t, on)
    key = "tool_agreement " part[2] " " part[1] " " on " "
    split("agreement alpha kappa ac1", names, " ")
    for (i = 1; i <= 4; i++) {
        s = names[i]
        told[s] = value[s]
        if (between && s != "agreement" && (s == "kappa" ? complete_units : paired_units) < 10) told[s] = ""
        tell(key s " value", told[s])
    }
    alone = !between && paired_units < 2
    side = between ? "rater" : "unit"
    n = between ? raters[t] : units[t]
    put_in_order(t, side, n)
    seed_random(seed)
    for (j = 1; j <= resamples; j++) {
        for (i = 1; i <= n; i++) if (between) drawn_rater[i] = 0; else drawn_unit[i] = 0
        for (i = 1; i <= n; i++) {
            u = order[random_below(n) + 1]
            if (between) drawn_rater[u]++; else drawn_unit[u]++
        }
        statistics(t, on)
        for (i = 1; i <= 4; i++) sample[i, j] = value[names[i]]
    }
    for (i = 1; i <= 4; i++) {
        kept = 0
        for (j = 1; j <= resamples; j++) if (sample[i, j] != "") list[++kept] = sample[i, j]
        if (kept) percentiles(list, kept)
        if (told[names[i]] == "" || alone || !kept) low = high = ""
        tell(key names[i] " low", low)
        tell(key names[i] " high", high)
        tell(key names[i] " undefined_resamples", told[names[i]] == "" || alone ? 0 : resamples - kept)
    }
}
function entropy(counts, n,    k, bits) {
    for (k = 1; k <= 3; k++) if (counts[k] > 0) bits -= counts[k] / n * log2(counts[k] / n)
    return bits + 0
}
function tell_dispersion(key, n, by,    k, a, all, part, m, left) {
    for (k = 1; k <= 3; k++) all[k] = by[0, k] + by[1, k]
    for (a = 0; a <= 1; a++) {
        m = 0
        for (k = 1; k <= 3; k++) m += part[k] = by[a, k] + 0
        if (m) left += m / n * entropy(part, m)
    }
    tell(key " entropy_bits", entropy(all, n))
    tell(key " explained_bits", max(0, entropy(all, n) - left))
}
function tell_units(t,    part, u, i, j, k, x, y, n, like, pairs, judged, yes, both, alike, best, by, all_by, all_n, key, f) {
    split(t, part, SUBSEP)
    for (u = 1; u <= units[t]; u++) {
        n = like = pairs = judged = yes = both = alike = 0
        split("", by)
        split("", seen_of)
        for (i = 1; i <= raters[t]; i++) {
            x = said[t, u, i, "position"]
            if (!x) continue
            n++
            seen_of[x]++
            f = had_own[t, unit_name[t, u], rater_name[t, i]] + 0
            by[f, x]++
            all_by[f, x]++
            all_n++
            y = said[t, u, i, "conformance"]
            judged += y > 0
            yes += y == 1
            for (j = 1; j < i; j++) {
                if (!said[t, u, j, "position"]) continue
                pairs++
                like += said[t, u, j, "position"] == x
                if (y && said[t, u, j, "conformance"]) { both++; alike += said[t, u, j, "conformance"] == y }
            }
        }
        best = 1
        for (k = 2; k <= 3; k++) if (seen_of[k] > seen_of[best] + 0) best = k
        key = "unit_agreement " part[2] " " unit_name[t, u]
        tell(key " answers", n)
        tell(key " modal_share", seen_of[best] / n)
        wilson(seen_of[best], n)
        tell(key " modal_low", low)
        tell(key " modal_high", high)
        tell(key " agreement", like / pairs)
        tell_dispersion(key, n, by)
        tell(key " judged", judged)
        tell(key " conforming", yes)
        if (judged) wilson(yes, judged); else low = high = ""
        tell(key " conforming_low", low)
        tell(key " conforming_high", high)
        tell(key " conformance_agreement", both ? alike / both : "")
    }
    tell_dispersion("tool_dispersion " part[2], all_n, all_by)
}
END {
    for (i_table = 1; i_table <= table_count; i_table++) {
        if (tables[i_table] ~ /^between/) tell_units(tables[i_table])
        tell_table(tables[i_table], "position")
        tell_table(tables[i_table], "conformance")
    }
}
