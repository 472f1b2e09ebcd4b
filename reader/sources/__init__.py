"""From bytes to a :class:`reader.model.Document`: decoding, repair, structure; one module per input format."""
