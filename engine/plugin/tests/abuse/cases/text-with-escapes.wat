;; An argument that would steer a terminal is shown without that.
;; expect: answered 1: 0 suspect 7 what=�een
(module (use memory) (use describe) (use start) (use add) (use answer)
  (data (i32.const 66500) "seen")
  (func (export "rule#finish") (result i32)
    (i32.store8 (i32.const 65792) (i32.const 27)) (i32.store8 (i32.const 66056) (i32.const 3)) (i32.store (i32.const 66064) (i32.const 65792)) (i32.store (i32.const 66068) (i32.const 4)) (i32.store (i32.const 65568) (i32.const 66500)) (call $answer (i32.const 1))))
