;; Its reason is a text of 20 MB.
;; expect: flood
(module (use memory) (use describe) (use start) (use add) (use answer)
  (use no)
  (func (export "rule#finish") (result i32)
    (drop (memory.grow (i32.const 320))) (call $no (i32.const 262144) (i32.const 20000000))))
