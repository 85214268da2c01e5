"""Engines that find mentions: small grammars over tokens with senses."""
