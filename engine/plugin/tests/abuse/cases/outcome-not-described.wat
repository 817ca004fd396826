;; An outcome that the description leaves out.
;; expect: outcome 1 violated
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store8 (i32.const 65556) (i32.const 1)) (call $answer (i32.const 1))))
