;; Two findings about the same village and the same days.
;; expect: same 1 2
(module (use memory) (use describe) (use start) (use add) (use answer)
  (data (i32.const 66500) "seen") (data (i32.const 66600) "\00\02\01\00\04\00\00\00\00\00\00\00\00\00\00\00\07\00\00\00\00\00\00\00") (data (i32.const 66048) "what")
  (func (export "rule#finish") (result i32)
    (memory.copy (i32.const 65592) (i32.const 65536) (i32.const 56)) (i32.store (i32.const 65568) (i32.const 66500)) (i32.store (i32.const 65624) (i32.const 66500)) (i32.store (i32.const 65576) (i32.const 66600)) (i32.store (i32.const 65632) (i32.const 66600)) (call $answer (i32.const 2))))
