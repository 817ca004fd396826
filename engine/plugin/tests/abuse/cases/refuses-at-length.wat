;; Its reason is a text of 10 MB; four hundred characters are shown, and a sign that it is cut.
;; expect: refused (401 characters)
(module (use memory) (use describe) (use start) (use add) (use answer)
  (use no)
  (func (export "rule#finish") (result i32)
    (drop (memory.grow (i32.const 160))) (memory.fill (i32.const 262144) (i32.const 97) (i32.const 10000000)) (call $no (i32.const 262144) (i32.const 10000000))))
