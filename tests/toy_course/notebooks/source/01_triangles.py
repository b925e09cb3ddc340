# %% [markdown]
# # Triangles
#
# Three sides determine a triangle, and with it the largest of its angles and its area.

# %%
import math

from geometry.exercises.triangles import check, hint
from geometry.triangles import perimeter

# %% [markdown]
# Is the largest angle acute, right or obtuse?

# %% tags=["exercise"]
from geometry.exercises.triangles.largest_angle import answers as largest_angle

# %%
largest_angle = check(largest_angle=largest_angle)

# %% tags=["exercise"]
from geometry.triangles import area

# %%
area = check(area)

# %%
area(3, 4, 5) / perimeter(3, 4, 5)
