# exposure, complaint_risk, forces, label, then radius, point's place, label's place and width in px of the field
# of a page, and the same of a slide. A point of more than named_forces has their number in it, or as label.
load "room.gp"
data = name . ".dat"
if (slide) { field_wide = slide_field_wide; field_high = slide_field_high; line_high = slide_line_high }
first = slide ? 11 : 5
left = slide ? 170 : 76; top = slide ? 50 : 26
wide = slide ? room_wide : left + field_wide + 30
high = top + field_high + (slide ? 150 : 84)
load "frame.gp"

x0 = left; y0 = top + field_high
out = slide ? 26 : 16
set arrow 1 from x0, y0 + out to x0 + field_wide, y0 + out nohead linecolor rgb dark
set arrow 2 from x0 - out, y0 to x0 - out, top nohead linecolor rgb dark
set arrow 3 from x0 + field_wide / 2, y0 to x0 + field_wide / 2, top nohead linecolor rgb mid dashtype 2 back
set arrow 4 from x0, top + field_high / 2 to x0 + field_wide, top + field_high / 2 nohead linecolor rgb mid dashtype 2 back
do for [i = 0:4] {
    set label 10 + i sprintf("%g", i / 4.0) at x0 + field_wide / 4 * i, y0 + (slide ? 56 : 32) center font font(12) textcolor rgb ink
    set label 20 + i sprintf("%g", i / 4.0) at x0 - (slide ? 38 : 24), y0 - field_high / 4 * i right font font(12) textcolor rgb ink
}
set label 1 "Exposure: chance of use that a reader would infer" at x0 + field_wide / 2, y0 + (slide ? 104 : 58) center font font(13) textcolor rgb ink
set label 2 "Complaint risk (higher is worse)" at slide ? 20 : 12, top + field_high / 2 center rotate by 90 font font(13) textcolor rgb ink
set label 3 "both high" at x0 + field_wide, top - (slide ? 26 : 14) right font font(12) textcolor rgb dark
has = '(strcol(17) ne "" && strcol(first + 3) ne "")'
radius = 'column(first)'
point_x = '(left + column(first + 1))'
point_y = '(top + column(first + 2))'
label_x = '(left + column(first + 3))'
label_y = '(top + column(first + 4))'
# What of a label is nearest to its point.
near(at, middle, half_size) = at < middle - half_size ? middle - half_size : at > middle + half_size ? middle + half_size : at
leader_x = 'near((left + column(first + 1)), (left + column(first + 3)), (column(first + 5) / 2)) - (left + column(first + 1))'
leader_y = 'near((top + column(first + 2)), (top + column(first + 4)), line_high / 2) - (top + column(first + 2))'
unnamed = 0
stats data using (unnamed = unnamed + (strcol(17) ne "" && strcol(first + 3) eq "" ? 1 : 0)) skip 1 nooutput
if (unnamed > 0) { set label 4 sprintf(unnamed == 1 ? "%d point has no room for its name: the table beside the picture has it" : "%d points have no room for their names: the table beside the picture has them", unnamed) at x0, top - (slide ? 26 : 14) left font font(12) textcolor rgb dark }
plot data skip 1 using (@has ? @point_x : nowhere):(@point_y):(@has ? @leader_x : 0):(@has ? @leader_y : 0) with vectors nohead lc rgb mid, \
     data skip 1 using (@point_x):(@point_y):(@radius) with circles fc rgb blue fs solid 1.0 border lc rgb white, \
     data skip 1 using ($3 > named_forces && strcol(17) eq "" ? @point_x : nowhere):(@point_y):3 with labels noenhanced font font(12) tc rgb white, \
     data skip 1 using (@has ? @label_x : nowhere):(@has ? @label_y : 0):17 with labels noenhanced font font(12) tc rgb ink
