;; Asks for 4 GiB at once.
;; expect: memory
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (if (i32.eq (i32.const -1) (memory.grow (i32.const 65535))) (then (unreachable))) (call $answer (i32.const 1))))
