-- id: 6758cf2b92be
-- revises: 0d7395f9f06e
-- title: e-mail addresses in lower case
--
-- People sign in as Ada@Example.com one day and as ada@example.com the next.

-- migsql:upgrade
UPDATE customer SET email = lower(email);

-- migsql:downgrade
-- The former spelling is not kept, and nothing depends on it: nothing to undo.
