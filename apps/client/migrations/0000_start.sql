CREATE TABLE `drafts` (
	`sub` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`complaint` text,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `login_attempts` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`nonce` text NOT NULL,
	`code_verifier` text NOT NULL,
	`scope` text NOT NULL,
	`return_to` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `problems` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`problem` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`sub` text NOT NULL,
	`name` text,
	`email` text,
	`picture` text,
	`scope` text NOT NULL,
	`sealed_access_token` text NOT NULL,
	`access_token_expires_at` integer NOT NULL,
	`sealed_refresh_token` text,
	`sealed_id_token` text NOT NULL,
	`signed_in_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`version` integer NOT NULL,
	`refreshing_until` integer,
	`ended_at` integer
);
