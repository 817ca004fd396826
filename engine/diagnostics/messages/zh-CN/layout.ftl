# 公文版式：写出的文书和 luoshi document check。
