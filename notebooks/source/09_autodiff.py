# %% [markdown]
# # Draft

# %%
from helpers.exercises.autodiff import check, hint

# %% tags=["exercise"]
from helpers.autodiff import path_sum

# %%
path_sum = check(path_sum)

# %% tags=["exercise"]
from helpers.operations import divide_backward

# %%
divide_backward = check(divide_backward)

# %% tags=["exercise"]
from helpers.operations import matmul_backward

# %%
matmul_backward = check(matmul_backward)

# %% tags=["exercise"]
from helpers.autodiff import unbroadcast

# %%
unbroadcast = check(unbroadcast)

# %% tags=["exercise"]
from helpers.autodiff import topological_order

# %%
topological_order = check(topological_order)

# %% tags=["exercise"]
from helpers.autodiff import backward

# %%
backward = check(backward)

# %% tags=["exercise"]
from helpers.operations import log_sum_exp_backward

# %%
log_sum_exp_backward = check(log_sum_exp_backward)

# %% tags=["exercise"]
from helpers.rows import to_rows

# %%
to_rows = check(to_rows)

# %% tags=["exercise"]
from helpers.autodiff import backward as repair_paths

# %%
repair_paths = check(repair_paths)

# %% tags=["exercise"]
from helpers.autodiff import topological_order as repair_order

# %%
repair_order = check(repair_order)

# %% tags=["exercise"]
from helpers.autodiff import backward as repair_broadcast

# %%
repair_broadcast = check(repair_broadcast)

# %% tags=["exercise"]
from helpers.exercises.autodiff.rows_shapes import answers as rows_shapes

# %%
rows_shapes = check(rows_shapes=rows_shapes)
