"""What a vedtak holds beside the answer: services, help, stay, start package, plan."""
