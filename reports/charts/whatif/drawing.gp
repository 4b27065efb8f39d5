# A line for each force: place, label, chance in per cent now and after its conforming answer, that in words.
# An open ring is now, a full one what it would be.
load "room.gp"
data = name . ".dat"
stats data using 1 skip 1 nooutput
bars = STATS_max + 1
bar_high = slide ? 46 : 28
top = slide ? 50 : 28
bars_shown = bars
if (slide && top + bars * bar_high + 110 > room_high) { bars_shown = floor((room_high - top - 160) / bar_high) }
left = slide ? room_of(44) : 400
right = slide ? room_of(28) : 230
wide = slide ? room_wide : 960
axis_y = top + bars_shown * bar_high + 6
high = slide ? room_high : axis_y + 52
load "frame.gp"

scale = (wide - left - right - 30) / 100.0
x(percent) = left + 15 + percent * scale
y(n) = column(1) < bars_shown ? top + (column(1) + 0.5) * bar_high : nowhere
set arrow 2 from x(0), axis_y to x(100), axis_y nohead linecolor rgb dark
do for [i = 0:(slide ? 2 : 4)] {
    percent = i * (slide ? 50 : 25)
    set label 20 + i sprintf("%d %%", percent) at x(percent), axis_y + (slide ? 28 : 14) center font font(12) textcolor rgb ink
    set arrow 20 + i from x(percent), top to x(percent), axis_y + 5 nohead linecolor rgb (i == 0 ? dark : "#DDDDDD") back
}
set label 1 "chance of each force with NCND" at x(50), axis_y + (slide ? 68 : 38) center font font(12) textcolor rgb ink
set label 2 "○ now   ● after the conforming answer" at 4, slide ? 22 : 12 left font font(12) textcolor rgb ink
set label 3 "forces with NCND; chance" at wide - right + 8, slide ? 22 : 12 left font font(12) textcolor rgb ink
if (bars_shown < bars) { set label 4 sprintf("%d of %d forces, those that change most. The table beside the picture has all.", bars_shown, bars) at 0, high - 20 left font font(12) textcolor rgb ink }
ring = slide ? 13 / point_px : 1.3
plot data skip 1 using (x($3)):(y(0)):(x($4) - x($3)):(0) with vectors nohead lw 4 lc rgb light, \
     data skip 1 using (x($3)):(y(0)) with points pt 7 ps ring lc rgb white, \
     data skip 1 using (x($3)):(y(0)) with points pt 6 ps ring lw 2 lc rgb blue, \
     data skip 1 using (x($4)):(y(0)) with points pt 7 ps ring lc rgb blue, \
     data skip 1 using (wide - right + 8):(y(0)):5 with labels left noenhanced font font(12) tc rgb ink, \
     data skip 1 using (left - 8):(y(0)):2 with labels right noenhanced font font(12) tc rgb ink
