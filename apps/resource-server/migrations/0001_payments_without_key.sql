PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_payments` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`idempotency_key` text,
	`fingerprint` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`creditor` text NOT NULL,
	`reference` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_payments`("id", "client_id", "idempotency_key", "fingerprint", "amount_minor", "currency", "creditor", "reference", "created_at") SELECT "id", "client_id", "idempotency_key", "fingerprint", "amount_minor", "currency", "creditor", "reference", "created_at" FROM `payments`;--> statement-breakpoint
DROP TABLE `payments`;--> statement-breakpoint
ALTER TABLE `__new_payments` RENAME TO `payments`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `one_payment_per_key` ON `payments` (`client_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `payments_by_time` ON `payments` (`client_id`,`created_at`,`id`);