;; Says in add why it cannot judge.
;; expect: refused no
(module (use memory) (use describe) (use start) (use answer) (use no)
  (data (i32.const 66500) "no")
  (func (export "rule#add") (param i32 i32 i32) (result i32)
    (call $no (i32.const 66500) (i32.const 2)))
  (func (export "rule#finish") (result i32) (unreachable)))
