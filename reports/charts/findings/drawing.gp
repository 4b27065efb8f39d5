# A bar for each rule and severity: place, label, severity, persisting, new, resolved, count.
# Severities differ by lightness and by their word; what is new is hatched.
data = name . ".dat"
set datafile separator "\t"
stats data using 1:($4 + $5) skip 1 nooutput
bars = STATS_max_x + 1
most = STATS_max_y > 0 ? STATS_max_y : 1
bar_high = 22
left = 550
wide = 1000
high = bars * bar_high + 12
load "frame.gp"

# To the right of the longest bar there is room for "1234 (123 new, 123 resolved)".
scale = (wide - left - 220.0) / most
y(n) = 6 + (column(1) + 0.5) * bar_high
set arrow 1 from left, 4 to left, high - 4 nohead linecolor rgb dark
shade(s) = s eq "critical" ? plum : s eq "high" ? blue : s eq "medium" ? middle : s eq "low" ? light : mid
old(s) = strcol(3) eq s && column(4) > 0 ? left + scale * column(4) / 2.0 : nowhere
fresh(s) = strcol(3) eq s && column(5) > 0 ? left + scale * (column(4) + column(5) / 2.0) : nowhere
severities = "critical high medium low info"
plot for [s in severities] data skip 1 using (old(s)):(y(0)):(scale * $4 / 2.0):(8) with boxxyerror fc rgb shade(s), \
     for [s in severities] data skip 1 using (fresh(s)):(y(0)):(scale * $5 / 2.0):(7.5) with boxxyerror fc rgb shade(s) fs pattern 4 border lc rgb shade(s), \
     data skip 1 using (left + scale * ($4 + $5) + 6):(y(0)):7 with labels left noenhanced font ",12" tc rgb ink, \
     data skip 1 using (left - 8):(y(0)):3 with labels right noenhanced font ",12" tc rgb ink, \
     data skip 1 using (4):(y(0)):2 with labels left noenhanced font ",12" tc rgb ink
