"""Duben 读本: learner editions of Chinese texts. See ``docs/architecture.md``."""

__version__ = "0.1.0"
