# SPDX-License-Identifier: MIT
# Functions of the recomputation: special functions, intervals, random numbers.

function abs(x) { return x < 0 ? -x : x }
function max(x, y) { return x > y ? x : y }
function min(x, y) { return x < y ? x : y }
function log2(x) { return log(x) / log(2) }
function h(x) { return x <= 0 || x >= 1 ? 0 : -x * log2(x) - (1 - x) * log2(1 - x) }

# log Gamma by Stirling's series, from 9 on exact to the last digits.
function lgamma(x,    product, i) {
    product = 1
    while (x < 9) {
        product *= x
        x++
    }
    i = 1 / x
    return (x - 0.5) * log(x) - x + 0.918938533204672741780 - log(product) \
        + i * (1 / 12 - i * i * (1 / 360 - i * i * (1 / 1260 - i * i * (1 / 1680 - i * i * (1 / 1188 - i * i * (691 / 360360 - i * i / 156))))))
}
function lbeta(x, y) { return lgamma(x) + lgamma(y) - lgamma(x + y) }
function lchoose(n, k) { return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) }

# The upper tail of the Gamma distribution: series below the bend, continued fraction above.
function gamma_tail(a, x,    term, sum, n, b, c, d, f, step) {
    if (x <= 0)
        return 1
    if (x < a + 1) {
        term = sum = 1 / a
        for (n = 1; term > sum * 1e-17; n++)
            sum += term *= x / (a + n)
        return 1 - sum * exp(-x + a * log(x) - lgamma(a))
    }
    b = x + 1 - a
    c = 1e300
    d = f = 1 / b
    for (n = 1; n < 10000; n++) {
        b += 2
        d = 1 / (b - n * (n - a) * d)
        c = b - n * (n - a) / c
        f *= step = c * d
        if (abs(step - 1) < 1e-16)
            break
    }
    return f * exp(-x + a * log(x) - lgamma(a))
}
function chi_square_tail(x, degrees) { return gamma_tail(degrees / 2, x / 2) }
function normal_two_sided(z) { return gamma_tail(0.5, z * z / 2) }

function binomial_tail(n, k, p,    sum, i) { # P(X >= k)
    for (i = k; i <= n; i++)
        sum += exp(lchoose(n, i) + (i > 0 ? i * log(p) : 0) + (i < n ? (n - i) * log(1 - p) : 0))
    return sum + 0
}

# Intervals leave their ends in low and high.
function wilson(count, n,    z, share, middle, half) {
    z = 1.959963984540054
    share = count / n
    middle = (share + z * z / 2 / n) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / 4 / n / n)
    low = count == 0 ? 0 : middle - half
    high = count == n ? 1 : middle + half
}
# Clopper and Pearson: the share at which the tail beyond the count is 2.5 per cent.
function exact_limits(count, n,    a, b, p, i) {
    a = 0
    b = 1
    for (i = 0; i < 60 && count > 0; i++) {
        p = (a + b) / 2
        if (binomial_tail(n, count, p) < 0.025) a = p; else b = p
    }
    low = count == 0 ? 0 : a
    a = 0
    b = 1
    for (i = 0; i < 60 && count < n; i++) {
        p = (a + b) / 2
        if (1 - binomial_tail(n, count + 1, p) > 0.025) a = p; else b = p
    }
    high = count == n ? 1 : a
}

# The Mersenne Twister of Matsumoto and Nishimura (1998), MT19937. Bits of whole numbers go
# by bytes, since awk has no operators for them.
function fill_bit_tables(    x, y, i, a, b) {
    for (x = 0; x < 256; x++)
        for (y = 0; y < 256; y++) {
            a = b = 0
            for (i = 1; i < 256; i *= 2) {
                if (int(x / i) % 2 && int(y / i) % 2) a += i
                if (int(x / i) % 2 != int(y / i) % 2) b += i
            }
            and_of[x, y] = a
            xor_of[x, y] = b
        }
}
function xor32(x, y) {
    return xor_of[int(x / 16777216), int(y / 16777216)] * 16777216 \
        + xor_of[int(x / 65536) % 256, int(y / 65536) % 256] * 65536 \
        + xor_of[int(x / 256) % 256, int(y / 256) % 256] * 256 + xor_of[x % 256, y % 256]
}
function and32(x, y) {
    return and_of[int(x / 16777216), int(y / 16777216)] * 16777216 \
        + and_of[int(x / 65536) % 256, int(y / 65536) % 256] * 65536 \
        + and_of[int(x / 256) % 256, int(y / 256) % 256] * 256 + and_of[x % 256, y % 256]
}
function times32(x, y) { # product modulo 2^32, without leaving exact numbers
    return (x * (y % 65536) + (x * int(y / 65536)) % 65536 * 65536) % 4294967296
}
function seed_random(seed,    i) {
    mt[0] = seed
    for (i = 1; i < 624; i++)
        mt[i] = (times32(xor32(mt[i - 1], int(mt[i - 1] / 1073741824)), 1812433253) + i) % 4294967296
    mt_at = 624
}
function twist(    i, y) {
    for (i = 0; i < 624; i++) {
        y = int(mt[i] / 2147483648) * 2147483648 + mt[(i + 1) % 624] % 2147483648
        mt[i] = xor32(mt[(i + 397) % 624], int(y / 2))
        if (y % 2)
            mt[i] = xor32(mt[i], 2567483615)
    }
    mt_at = 0
}
function random32(    y) {
    if (mt_at == 624)
        twist()
    y = mt[mt_at++]
    y = xor32(y, int(y / 2048))
    y = xor32(y, and32(y * 128 % 4294967296, 2636928640))
    y = xor32(y, and32(y * 32768 % 4294967296, 4022730752))
    return xor32(y, int(y / 262144))
}
function random_share() { return random32() / 4294967296 }
function random_below(n,    scale, k) {
    scale = int(4294967295 / n)
    do
        k = int(random32() / scale)
    while (k >= n)
    return k
}

# Quantiles of values[1..n] by linear interpolation (R's type 7), sorted here.
function sort_values(values, n,    gap, i, j, x) {
    for (gap = int(n / 2); gap > 0; gap = gap == 2 ? 1 : int(gap / 2.2))
        for (i = gap + 1; i <= n; i++) {
            x = values[i]
            for (j = i; j > gap && values[j - gap] > x; j -= gap)
                values[j] = values[j - gap]
            values[j] = x
        }
}
function quantile(values, n, share,    at, below) {
    at = (n - 1) * share
    below = int(at)
    return below + 1 >= n ? values[n] : values[below + 1] + (at - below) * (values[below + 2] - values[below + 1])
}
function percentiles(values, n) {
    sort_values(values, n)
    low = quantile(values, n, 0.025)
    high = quantile(values, n, 0.975)
}

# One figure: what it is, and its value; "" is undefined.
function tell(what, value) {
    if (value == "")
        print what "|"
    else
        printf "%s|%.17g\n", what, value
}
