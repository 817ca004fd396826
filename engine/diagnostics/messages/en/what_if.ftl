# what_if
