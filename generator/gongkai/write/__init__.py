"""The stage that puts the finished files into the output folder, whole or not at all."""
