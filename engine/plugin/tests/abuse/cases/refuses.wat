;; Says in finish why it cannot judge.
;; expect: refused 没有走访记录
(module (use memory) (use describe) (use start) (use add) (use answer)
  (use no) (data (i32.const 66500) "没有走访记录")
  (func (export "rule#finish") (result i32)
    (call $no (i32.const 66500) (i32.const 18))))
