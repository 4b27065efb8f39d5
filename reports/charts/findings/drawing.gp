# A bar for each rule and severity: place, label, severity, persisting, new, resolved, count.
# Severities differ by lightness and by their word; what is new is hatched.
load "room.gp"
data = name . ".dat"
stats data using 1:($4 + $5) skip 1 nooutput
bars = STATS_max_x + 1
most = STATS_max_y > 0 ? STATS_max_y : 1
longest = 0
measure(s) = (longest = strlen(s) > longest ? strlen(s) : longest, longest)
stats data using (measure(strcol(7))) skip 1 nooutput
bar_high = slide ? 44 : 22
bars_shown = bars
if (slide && bars * bar_high + 12 > room_high) { bars_shown = floor((room_high - 60) / bar_high) }
left = slide ? room_of(57) + room_of(8) : 550
wide = slide ? room_wide : 1000
high = slide ? room_high : bars * bar_high + 12
load "frame.gp"

# To the right of the longest bar there is room for "1234 (123 new, 123 resolved)".
scale = (wide - left - (slide ? room_of(longest) + 20 : 220.0)) / most
shown(n) = column(1) < bars_shown
y(n) = shown(0) ? 6 + (column(1) + 0.5) * bar_high : nowhere
set arrow 1 from left, 4 to left, bars_shown * bar_high + 8 nohead linecolor rgb dark
shade(s) = s eq "critical" ? plum : s eq "high" ? blue : s eq "medium" ? middle : s eq "low" ? light : mid
old_bar(s) = strcol(3) eq s && column(4) > 0 && shown(0) ? left + scale * column(4) / 2.0 : nowhere
fresh(s) = strcol(3) eq s && column(5) > 0 && shown(0) ? left + scale * (column(4) + column(5) / 2.0) : nowhere
severities = "critical high medium low info"
half = slide ? 16 : 8
if (bars_shown < bars) { set label 1 sprintf("The first %d of %d, the gravest. The table beside the picture has all.", bars_shown, bars) at 0, high - 20 left font font(12) textcolor rgb ink }
plot for [s in severities] data skip 1 using (old_bar(s)):(y(0)):(scale * $4 / 2.0):(half) with boxxyerror fc rgb shade(s), \
     for [s in severities] data skip 1 using (fresh(s)):(y(0)):(scale * $5 / 2.0):(half - 0.5) with boxxyerror fc rgb shade(s) fs pattern 4 border lc rgb shade(s), \
     data skip 1 using (left + scale * ($4 + $5) + 6):(y(0)):7 with labels left noenhanced font font(12) tc rgb ink, \
     data skip 1 using (left - 8):(y(0)):3 with labels right noenhanced font font(12) tc rgb ink, \
     data skip 1 using (4):(y(0)):2 with labels left noenhanced font font(12) tc rgb ink
