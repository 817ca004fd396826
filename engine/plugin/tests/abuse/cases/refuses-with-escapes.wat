;; Its reason would clear the screen and turn the text round.
;; expect: refused �[2J�ab
(module (use memory) (use describe) (use start) (use add) (use answer)
  (use no) (data (i32.const 66500) "\1b[2J\e2\80\aeab")
  (func (export "rule#finish") (result i32)
    (call $no (i32.const 66500) (i32.const 9))))
