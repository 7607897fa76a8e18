CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`company` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_email_unique` ON `contacts` (`email`);--> statement-breakpoint
CREATE INDEX `contacts_by_name` ON `contacts` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`folder` text NOT NULL,
	`from_name` text NOT NULL,
	`from_email` text NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`snippet` text NOT NULL,
	`body` text NOT NULL,
	`sent_at` integer NOT NULL,
	`unread` integer NOT NULL,
	FOREIGN KEY (`owner`) REFERENCES `people`(`sub`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mailbox` ON `messages` (`owner`,`folder`,`sent_at`,`id`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`creditor` text NOT NULL,
	`reference` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_payment_per_key` ON `payments` (`client_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `payments_by_time` ON `payments` (`client_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `people` (
	`sub` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`given_name` text NOT NULL,
	`email` text NOT NULL,
	`picture_path` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);