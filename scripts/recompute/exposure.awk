# SPDX-License-Identifier: MIT
# Sections 0 and 1 of RISK.md from the public positions. Input, separated by |:
#   parameter NAME VALUE LOW HIGH        in the order in which they are drawn
#   setting USERS_LOW USERS_HIGH SEED DRAWS TERRITORIAL
#   tool TOOL
#   answer TOOL FORCE POSITION ACKNOWLEDGED TERRITORIAL THIRD_PARTY COLLABORATION
BEGIN { FS = "|"; fill_bit_tables() }
$1 == "parameter" { name[++parameters] = $2; value[$2] = $3; lowest[$2] = $4; highest[$2] = $5 }
$1 == "setting" { users_low = $2; users_high = $3; seed = $4; draws = $5; N = $6 }
$1 == "tool" { tool[++tools] = $2 }
$1 == "answer" {
    i = ++forces[$2]
    force[$2, i] = $3
    position[$2, i] = $4
    own[$2, i] = $5
    on_map[$2, i] = $6
    third[$2, i] = $7
    joint[$2, i] = $8
}

function count(t, what,    i, n) {
    for (i = 1; i <= forces[t]; i++)
        n += position[t, i] == what
    return n + 0
}
# E[k] and the interval of k, from the formula term by term.
function posterior(c, d, n,    k, most, sum, mean) {
    for (k = 0; k <= n; k++) {
        term[k] = lchoose(n, k) + lbeta(value["a_p"] + c + k, value["b_p"] + d + n - k) \
            + lbeta(value["a_1"] + k, value["b_1"] + c) + lbeta(value["a_0"] + n - k, value["b_0"] + d)
        most = k == 0 ? term[k] : max(most, term[k])
    }
    for (k = 0; k <= n; k++)
        sum += term[k] = exp(term[k] - most)
    k_low = k_high = -1
    for (k = 0; k <= n; k++) {
        mean += k * term[k] / sum
        cumulated = (k == 0 ? 0 : cumulated) + term[k] / sum
        if (k_low < 0 && cumulated >= 0.025) k_low = k
        if (k_high < 0 && cumulated >= 0.975) k_high = k
    }
    if (k_high < 0) k_high = n
    return mean
}
function odds(p) { return p / (1 - p) }
function chance(t, i, p,    o) {
    if (position[t, i] != "ncnd")
        return position[t, i] == "confirm"
    o = odds(p) * value["third_party"] ^ third[t, i] * value["collaboration"] ^ joint[t, i]
    return o / (1 + o)
}
# Leaves everything about tool t in global variables.
function measure(t,    i, prior, certain, x) {
    c = count(t, "confirm")
    d = count(t, "deny")
    n = count(t, "ncnd")
    all = c + d + n
    mean = posterior(c, d, n)
    p = ratio = ""
    if (n > 0) {
        p = mean / n
        ratio = odds(p) / odds((c + mean) / all)
    }
    prior = value["a_p"] / (value["a_p"] + value["b_p"])
    prior_bits = all * h(prior)
    left = certain = 0
    for (i = 1; i <= forces[t]; i++) {
        x = chance(t, i, p)
        left += h(x)
        certain += max(x, 1 - x)
    }
    leaked = prior_bits - left
    min_leak = all > 0 ? log2(certain / all / max(prior, 1 - prior)) : ""
}
function bits_about_others(t, but, p,    i, bits) {
    for (i = 1; i <= forces[t]; i++)
        if (i != but)
            bits += h(chance(t, i, p))
    return bits + 0
}
function clip(k, c, d) { return min(max(k, c), N - d) }
function band_chance(k, c, d) { return N - c - d > 0 ? (clip(k, c, d) - c) / (N - c - d) : "" }
# How band_chance moves when a force changes sides; "" where nobody is undetermined.
function band_shift(k, dc, dd,    before, after) {
    before = band_chance(k, map_c, map_d)
    after = band_chance(k, map_c + dc, map_d + dd)
    return before == "" || after == "" ? "" : after - before
}
function bits_of_choice(n, k) { return k <= 0 || k >= n ? 0 : lchoose(n, k) / log(2) }

function tell_band(t,    i, bc, bd, k, m, from, key) {
    for (i = 1; i <= forces[t]; i++) {
        bc += on_map[t, i] && position[t, i] == "confirm"
        bd += on_map[t, i] && position[t, i] == "deny"
    }
    map_c = bc + 0
    map_d = bd + 0
    m = N - map_c - map_d
    for (k = clip(min(users_low, N), map_c, map_d); N > 0 && k <= clip(min(users_high, N), map_c, map_d); k++) {
        key = "accounting_band " t " " k
        tell(key " p_use", band_chance(k, map_c, map_d))
        tell(key " map_bits", bits_of_choice(m, k - map_c))
        tell(key " all_bits", bits_of_choice(N, k))
        tell(key " denial_adds", m < 2 ? "" : band_chance(k, map_c, map_d + 1) - band_chance(k, map_c, map_d))
        tell(key " p_after_confirmation", m < 2 ? "" : band_chance(k, map_c + 1, map_d))
    }
}
function tell_exposure(t,    i, key) {
    key = "exposure " t
    tell(key " p_use", p)
    tell(key " users_low", n ? k_low : "")
    tell(key " users_high", n ? k_high : "")
    tell(key " decodability", ratio)
    tell(key " prior_bits", prior_bits)
    tell(key " posterior_bits", left)
    tell(key " leaked_bits", leaked)
    tell(key " min_entropy_leakage", min_leak)
    for (i = 1; i <= forces[t]; i++)
        tell("force_exposure " t " " force[t, i] " p_use", chance(t, i, p))
}
function tell_swings(t,    i, kept) {
    for (i = 1; i <= parameters; i++) {
        kept = value[name[i]]
        value[name[i]] = lowest[name[i]]
        measure(t)
        tell("exposure_swing " t " " name[i] " leaked_at_low", leaked)
        value[name[i]] = highest[name[i]]
        measure(t)
        tell("exposure_swing " t " " name[i] " leaked_at_high", leaked)
        value[name[i]] = kept
    }
}
# One answer changed and everything measured again.
function tell_change(t, i, to,    from, p_before, before, others, dc, dd, key) {
    from = position[t, i]
    measure(t)
    p_before = p
    before = bits_about_others(t, i, p)
    others = n - (from == "ncnd")
    position[t, i] = to
    measure(t)
    key = "whatif " t " " force[t, i] " " from " " to
    tell(key " others_ncnd", others)
    tell(key " p_use_before", p_before)
    tell(key " p_use_after", p)
    tell(key " share_low", n ? k_low / n : "")
    tell(key " share_high", n ? k_high / n : "")
    tell(key " decodability_after", ratio)
    tell(key " leaked_after", leaked)
    tell(key " others_bits", others ? before - bits_about_others(t, i, p) : 0)
    dc = (to == "confirm") - (from == "confirm")
    dd = (to == "deny") - (from == "deny")
    tell(key " band_low", on_map[t, i] ? band_shift(users_low, dc, dd) : "")
    tell(key " band_high", on_map[t, i] ? band_shift(users_high, dc, dd) : "")
    position[t, i] = from
    if (to == "ncnd" && leaked < best - 1e-12)
        best = leaked
}
function tell_changes(t,    i) {
    measure(t)
    best = start = leaked
    for (i = 1; i <= forces[t]; i++) {
        if (own[t, i])
            continue
        if (position[t, i] == "ncnd") {
            tell_change(t, i, "confirm")
            tell_change(t, i, "deny")
        } else
            tell_change(t, i, "ncnd")
    }
    if (best < start) {
        tell("correction exposure " t " before", start)
        tell("correction exposure " t " after", best)
    }
}
# The assumptions drawn at random, by the same generator.
function tell_draws(t,    i, j, kept, bits, shares, key) {
    for (i = 1; i <= parameters; i++)
        kept[i] = value[name[i]]
    seed_random(seed)
    for (j = 1; j <= draws; j++) {
        for (i = 1; i <= parameters; i++)
            value[name[i]] = lowest[name[i]] * exp(random_share() * log(highest[name[i]] / lowest[name[i]]))
        measure(t)
        bits[j] = leaked
        shares[j] = p
    }
    for (i = 1; i <= parameters; i++)
        value[name[i]] = kept[i]
    key = "exposure " t
    percentiles(bits, draws)
    tell(key " leaked_low", low)
    tell(key " leaked_high", high)
    if (n > 0) percentiles(shares, draws)
    tell(key " p_use_low", n ? low : "")
    tell(key " p_use_high", n ? high : "")
}
END {
    for (i_tool = 1; i_tool <= tools; i_tool++) {
        t = tool[i_tool]
        tell_band(t)
        measure(t)
        tell_exposure(t)
        if (all == 0)
            continue
        tell_swings(t)
        tell_changes(t)
        tell_draws(t)
    }
}
