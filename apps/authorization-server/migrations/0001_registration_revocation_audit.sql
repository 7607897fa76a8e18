CREATE TABLE `initial_access_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`scopes` text NOT NULL,
	`registrations_left` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`owner`) REFERENCES `accounts`(`subject`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `used_assertions` (
	`client_id` text NOT NULL,
	`jti_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `jti_hash`)
);
--> statement-breakpoint
CREATE TABLE `revocations` (
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`revoked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `value`)
);
--> statement-breakpoint
CREATE TABLE `security_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`client_id` text,
	`subject` text,
	`owner` text,
	`jti` text,
	`rule` text,
	`details` text,
	`count` integer DEFAULT 1 NOT NULL,
	`trace_id` text
);
--> statement-breakpoint
CREATE INDEX `security_events_by_time` ON `security_events` (`at`);--> statement-breakpoint
CREATE INDEX `security_events_of_client` ON `security_events` (`client_id`,`id`);--> statement-breakpoint
CREATE INDEX `security_events_of_owner` ON `security_events` (`owner`,`id`);--> statement-breakpoint
CREATE INDEX `security_events_of_person` ON `security_events` (`subject`,`id`);--> statement-breakpoint
INSERT INTO `revocations` (`kind`, `value`, `revoked_at`, `expires_at`)
	SELECT 'token', `jti`, 0, `expires_at` FROM `revoked_access_tokens`;--> statement-breakpoint
DROP TABLE `revoked_access_tokens`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `is_operator` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `application_type` text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `token_endpoint_auth_method` text DEFAULT 'client_secret_basic' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `previous_secret_hash` text;--> statement-breakpoint
ALTER TABLE `clients` ADD `previous_secret_expires_at` integer;--> statement-breakpoint
ALTER TABLE `clients` ADD `jwks` text;--> statement-breakpoint
ALTER TABLE `clients` ADD `jwks_uri` text;--> statement-breakpoint
ALTER TABLE `clients` ADD `owner` text REFERENCES accounts(subject) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `registered_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `clients` ADD `registration_token_hash` text;--> statement-breakpoint
ALTER TABLE `signing_keys` ADD `signs_from` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `signing_keys` ADD `published_until` integer;--> statement-breakpoint
UPDATE `clients` SET `token_endpoint_auth_method` = 'none' WHERE `secret_hash` IS NULL;--> statement-breakpoint
CREATE TRIGGER `security_events_stay_as_they_are` BEFORE UPDATE ON `security_events`
BEGIN
	SELECT RAISE(ABORT, 'a security event is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `security_events_stay_for_30_days` BEFORE DELETE ON `security_events`
WHEN old.`at` >= (SELECT max(`at`) FROM `security_events`) - 2592000
BEGIN
	SELECT RAISE(ABORT, 'a security event is kept for 30 days');
END;
