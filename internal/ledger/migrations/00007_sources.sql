-- +goose Up

-- Reports by who published them and when, with all that pages count of them: counting reads this and not the texts.
CREATE INDEX reports_by_publisher ON reports (publisher, published_from, published_to, language);

-- The latest first, those without a day last, for lists that skip to a page.
CREATE INDEX reports_latest ON reports (published_from DESC, id);
