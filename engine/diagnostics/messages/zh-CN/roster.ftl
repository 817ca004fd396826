# 排班：luoshi roster。
