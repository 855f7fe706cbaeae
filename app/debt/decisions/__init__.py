"""The vedtak on economic advice (sosialtjenesteloven § 17)."""
