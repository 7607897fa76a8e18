DROP TABLE `drafts`;--> statement-breakpoint
CREATE INDEX `login_attempts_of_browser` ON `login_attempts` (`browser_hash`);--> statement-breakpoint
CREATE INDEX `problems_of_browser` ON `problems` (`browser_hash`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`sub` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`sealed_draft` text NOT NULL,
	`expires_at` integer NOT NULL
);
