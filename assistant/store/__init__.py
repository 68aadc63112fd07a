"""What the assistant keeps between questions (app.db): conversations, answers with their evidence, feedback."""
