;; Says in start why it cannot judge.
;; expect: refused no
(module (use memory) (use describe) (use add) (use answer) (use finish) (use no)
  (data (i32.const 66500) "no")
  (func (export "rule#start") (param i32 i32 i32 i32 i32) (result i32)
    (call $no (i32.const 66500) (i32.const 2))))
