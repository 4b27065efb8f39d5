# SPDX-License-Identifier: MIT
# Section 4 of RISK.md. Input, separated by |:
#   setting SEED PERMUTATIONS
#   said TOOL REQUEST FORCE POSITION SCOPE LOGGED RESPONDED      each force's last word
#   advice TOOL FIRST_DAY LAST_DAY                               in order of time
#   judged TOOL FORCE EARLIEST LATEST CONFORMS                   in order of time for a force
#   asked TOOL KIND POSITION LETTERS
BEGIN {
    FS = "|"
    fill_bit_tables()
    split("journalist individual researcher organisation", kind, " ")
    split("confirm deny ncnd", position, " ")
}
$1 == "setting" { seed = $2; permutations = $3 }
$1 == "said" {
    if (!(($2, $3) in answers)) { request[$2, ++requests[$2]] = $3; tools[$2] = 1 }
    answers[$2, $3]++
    says[$2, $3, $4] = $5
    forces[$4] = 1
    scope[$3] = $6
    logged[$3] = $7
    if ($8 != "" && (first[$2, $3] == "" || $8 < first[$2, $3])) first[$2, $3] = $8
}
$1 == "advice" { day[$2, ++days[$2]] = $3; last_day[$2, days[$2]] = $4; tools[$2] = 1 }
$1 == "judged" { j = ++judged[$2]; who[$2, j] = $3; from[$2, j] = $4; to[$2, j] = $5; fits[$2, j] = $6 }
$1 == "asked" { cell[$2, $3, $4] = $5; was_asked[$2] = 1 }

function tell_test(key, n, statistic, degrees, p, effect, low_end, high_end) {
    key = "change_test " key
    tell(key " n", n)
    tell(key " statistic", statistic)
    tell(key " degrees", degrees)
    tell(key " p", p)
    tell(key " effect", effect)
    tell(key " effect_low", low_end)
    tell(key " effect_high", high_end)
}
function comes_before(t, a, b,    x, y) {
    x = logged[a] != "" ? logged[a] : first[t, a]
    y = logged[b] != "" ? logged[b] : first[t, b]
    if ((x == "") != (y == "")) return x == ""
    return x + 0 != y + 0 ? x + 0 < y + 0 : (a "") < (b "")
}
# The national requests of tool t in order of time, in wave[1..waves].
function order_waves(t,    i, j, r) {
    waves = 0
    for (i = 1; i <= requests[t]; i++) {
        r = request[t, i]
        if (scope[r] != "national" && !(scope[r] == "" && answers[t, r] >= 2)) continue
        for (j = ++waves; j > 1 && comes_before(t, r, wave[j - 1]); j--) wave[j] = wave[j - 1]
        wave[j] = r
    }
}
function tell_step(t, a, b,    f, i, j, n, stayed, moved, towards, away, pair, active, out, k, d1, d2, v11, v12, v22, x, degrees, key) {
    split("", pair)
    for (f in forces) {
        if (!((t, a, f) in says) || !((t, b, f) in says)) continue
        n++
        pair[says[t, a, f], says[t, b, f]]++
        if (says[t, a, f] == says[t, b, f]) stayed++
        if (says[t, a, f] != "confirm" && says[t, b, f] == "confirm") towards++
        if (says[t, a, f] == "confirm" && says[t, b, f] != "confirm") away++
    }
    n += 0; towards += 0; away += 0
    key = t " stuart-maxwell " a ", then " b
    k = 0
    for (i = 1; i <= 3; i++) {
        moved = 0
        for (j = 1; j <= 3; j++) if (i != j) moved += pair[position[i], position[j]] + pair[position[j], position[i]]
        if (moved) active[++k] = position[i]
    }
    if (k < 2 || n - stayed == 1)
        tell_test(key, n, "", "", "", "", "", "")
    else {
        for (i = 1; i <= 2; i++) {
            out[i] = 0
            for (j = 1; j <= k; j++) if (j != i) out[i] += pair[active[i], active[j]] - pair[active[j], active[i]]
        }
        d1 = out[1]; d2 = out[2]
        v11 = v22 = 0
        for (j = 1; j <= k; j++) {
            if (j != 1) v11 += pair[active[1], active[j]] + pair[active[j], active[1]]
            if (j != 2) v22 += pair[active[2], active[j]] + pair[active[j], active[2]]
        }
        v12 = -(pair[active[1], active[2]] + pair[active[2], active[1]])
        degrees = k - 1
        x = k == 2 ? d1 * d1 / v11 : (d1 * d1 * v22 - 2 * d1 * d2 * v12 + d2 * d2 * v11) / (v11 * v22 - v12 * v12)
        wilson(n - stayed, n)
        tell_test(key, n, x, degrees, chi_square_tail(x, degrees), (n - stayed) / n, low, high)
    }
    key = t " mcnemar " a ", then " b
    if (towards + away <= 1) {
        tell_test(key, n, "", "", "", "", "", "")
        return
    }
    exact_limits(towards, towards + away)
    x = min(1, 2 * binomial_tail(towards + away, max(towards, away), 0.5))
    tell_test(key, n, "", "", x, towards / (towards + away), low, high)
}
function tell_trend(t,    most, i, f, n, yes, all, all_yes, mean, xx, xp, deviation, slope, key, q, row, column, complete, c, rows, columns, sum, squares, movers) {
    key = t " cochran-armitage confirming over " waves " national requests"
    for (i = 1; i <= waves; i++) {
        for (f in forces)
            if ((t, wave[i], f) in says) { n[i]++; yes[i] += says[t, wave[i], f] == "confirm" }
        all += n[i]
        if (n[i] > most) most = n[i]
        all_yes += yes[i]
        mean += i * n[i]
    }
    if (waves < 3 || all_yes == 0 || all_yes == all || most < 2)
        tell_test(key, all, "", "", "", "", "", "")
    else {
        mean /= all
        for (i = 1; i <= waves; i++) {
            xx += n[i] * (i - mean) ^ 2
            xp += (i - mean) * (yes[i] - n[i] * all_yes / all)
        }
        slope = xp / xx
        deviation = sqrt(all_yes / all * (1 - all_yes / all) / xx)
        tell_test(key, all, slope / deviation, "", normal_two_sided(slope / deviation), slope,
            slope - 1.959963984540054 * deviation, slope + 1.959963984540054 * deviation)
    }
    key = t " cochran-q confirming over " waves " national requests"
    for (f in forces) {
        complete = 1
        for (i = 1; i <= waves; i++) complete = complete && ((t, wave[i], f) in says)
        if (!complete) continue
        rows++
        row = 0
        for (i = 1; i <= waves; i++) { c = says[t, wave[i], f] == "confirm"; row += c; column[i] += c }
        sum += row
        squares += row * row
        movers += row > 0 && row < waves
    }
    if (waves < 3 || movers < 2) {
        tell_test(key, rows + 0, "", "", "", "", "", "")
        return
    }
    for (i = 1; i <= waves; i++) columns += (column[i] - sum / waves) ^ 2
    q = waves * (waves - 1) * columns / (waves * sum - squares)
    tell_test(key, rows, q, waves - 1, chi_square_tail(q, waves - 1), q / (rows * (waves - 1)), "", "")
}
function table_probability(a, row, column, n) { return lchoose(row, a) + lchoose(n - row, column - a) - lchoose(n, column) }
function tell_fisher(key, a, b, c, d,    least, n, here, p, i, x, p1, p2, l1, h1, l2, h2) {
    n = a + b + c + d
    if (a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0) {
        tell_test(key, n, "", "", "", "", "", "")
        return
    }
    least = max(0, a + c - (c + d)); x = table_probability(least, a + b, a + c, n) - table_probability(least + 1, a + b, a + c, n)
    if (min(a + b, a + c) == least + 1 && x * x < 1e-14) { # the two tables there are, as probable as each other
        tell_test(key, n, "", "", "", "", "", "")
        return
    }
    here = table_probability(a, a + b, a + c, n)
    for (i = max(0, a + c - (c + d)); i <= min(a + b, a + c); i++) {
        x = table_probability(i, a + b, a + c, n)
        if (x <= here + 1e-7) p += exp(x)
    }
    p1 = a / (a + b); p2 = c / (c + d)
    wilson(a, a + b); l1 = low; h1 = high
    wilson(c, c + d); l2 = low; h2 = high
    tell_test(key, n, "", "", min(1, p), p2 - p1, p2 - p1 - sqrt((p2 - l2) ^ 2 + (h1 - p1) ^ 2),
        p2 - p1 + sqrt((h2 - p2) ^ 2 + (p1 - l1) ^ 2))
}
function iso(d,    z, era, doe, yoe, doy, mp, y, m) { # civil date of a day since 1970
    z = d + 719468
    era = int(z / 146097)
    doe = z - era * 146097
    yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
    doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
    mp = int((5 * doy + 2) / 153)
    m = mp < 10 ? mp + 3 : mp - 9
    y = yoe + era * 400 + (m <= 2)
    return sprintf("%04d-%02d-%02d", y, m, doy - int((153 * mp + 2) / 5) + 1)
}
# Per force the last judged letter since the advice before, and the first until the next.
function tell_advice(t, i,    j, since, until, b, a, f, n, name) {
    since = i > 1 ? last_day[t, i - 1] : -2000000
    until = i < days[t] ? day[t, i + 1] : 4000000
    split("", b); split("", a)
    for (j = 1; j <= judged[t]; j++) {
        f = who[t, j]
        if (from[t, j] + 0 >= since && to[t, j] + 0 < day[t, i]) b[f] = fits[t, j]
        if (from[t, j] + 0 >= last_day[t, i] && to[t, j] + 0 < until && !(f in a)) a[f] = fits[t, j]
    }
    n[1] = n[2] = n[3] = n[4] = 0
    for (f in b) if (b[f]) n[1]++; else n[2]++
    for (f in a) if (a[f]) n[3]++; else n[4]++
    name = iso(day[t, i])
    if (last_day[t, i] - day[t, i] >= 31) name = substr(name, 1, 4)
    else if (last_day[t, i] != day[t, i]) name = substr(name, 1, 7)
    tell_fisher(t " fisher conforming before and since the advice of " name, n[1], n[2], n[3], n[4])
}
function improbability(rows,    i, j, total) {
    for (i = 1; i <= 4; i++) for (j = 1; j <= 3; j++) total += lgamma(rows[i, j] + 1)
    return total
}
function tell_applicants(t,    most_row, most_column, i, j, k, n, row, column, found, rows, labels, limit, groups, sides, v, x, key, at, one, logs) {
    for (i = 1; i <= 4; i++) for (j = 1; j <= 3; j++) {
        x = rows[i, j] = cell[t, kind[i], position[j]] + 0
        row[i] += x
        column[j] += x
        for (k = 0; k < x; k++) labels[n++] = j
    }
    for (i = 1; i <= 4; i++) groups += row[i] > 0
    for (j = 1; j <= 3; j++) sides += column[j] > 0
    key = t " freeman-halton positions in initial letters by kind of applicant"
    for (i = 1; i <= 4; i++) if (row[i] > most_row) most_row = row[i]
    for (j = 1; j <= 3; j++) if (column[j] > most_column) most_column = column[j]
    if (groups < 2 || sides < 2 || most_row < 2 || most_column < 2) {
        tell_test(key, n, "", "", "", "", "", "")
        return
    }
    for (i = 1; i <= 4; i++) for (j = 1; j <= 3; j++) if (row[i] * column[j] > 0)
        v += (rows[i, j] - row[i] * column[j] / n) ^ 2 / (row[i] * column[j])
    limit = improbability(rows) - 1e-7
    for (i = 0; i <= n; i++) logs[i] = lgamma(i + 1)
    seed_random(seed)
    for (k = 1; k <= permutations; k++) {
        for (i = n - 1; i > 0; i--) {
            j = random_below(i + 1)
            x = labels[i]; labels[i] = labels[j]; labels[j] = x
        }
        at = x = 0
        for (i = 1; i <= 4; i++) {
            one[1] = one[2] = one[3] = 0
            for (j = 0; j < row[i]; j++) one[labels[at++]]++
            x += logs[one[1]] + logs[one[2]] + logs[one[3]]
        }
        found += x >= limit
    }
    tell_test(key, n, "", "", (1 + found) / (1 + permutations), sqrt(v / (min(groups, sides) - 1)), "", "")
}
END {
    for (t in tools) {
        order_waves(t)
        for (i_wave = 1; i_wave < waves; i_wave++) tell_step(t, wave[i_wave], wave[i_wave + 1])
        if (waves) tell_trend(t)
        for (i_day = 1; i_day <= days[t]; i_day++) tell_advice(t, i_day)
        if (t in was_asked) tell_applicants(t)
    }
}
