namespace CisPosture.Store;

/// <summary>
/// The tables of a store and how they came about: one step a version, each of which a file of the version before goes through once. A step
/// that was released is never changed; the next version gets one of its own.
/// </summary>
internal static class StoreSchema
{
    /// <summary>"CisP": tells our files from other SQLite databases.</summary>
    public const int ApplicationId = 0x43697350;

    // Times are ticks in UTC. Numbers of statuses, severities, states and changes are those of the enums.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE scan (
            scan_id        INTEGER PRIMARY KEY AUTOINCREMENT,
            saved_at       INTEGER NOT NULL,
            observed_at    INTEGER NOT NULL,
            module_version TEXT    NOT NULL
        ) STRICT;

        -- A control in an account and Region, and the latest scan that judged it there.
        CREATE TABLE scope (
            scope_id    INTEGER PRIMARY KEY,
            chapter     INTEGER NOT NULL,
            number      INTEGER NOT NULL,
            account_id  TEXT    NOT NULL,
            region      TEXT    NOT NULL,
            last_scan   INTEGER NOT NULL,
            observed_at INTEGER NOT NULL,
            UNIQUE (chapter, number, account_id, region)
        ) STRICT;

        CREATE TABLE scan_scope (
            scan_id  INTEGER NOT NULL,
            scope_id INTEGER NOT NULL,
            PRIMARY KEY (scan_id, scope_id)
        ) STRICT, WITHOUT ROWID;

        -- What findings of a control share.
        CREATE TABLE description (
            description_id INTEGER PRIMARY KEY,
            severity       INTEGER NOT NULL,
            resource_type  TEXT    NOT NULL,
            title          TEXT    NOT NULL,
            config_rule    TEXT,
            guidance       TEXT    NOT NULL
        ) STRICT;

        -- A finding and where it stands now; ended_scan is the scan that no longer had it.
        CREATE TABLE finding (
            finding_key INTEGER PRIMARY KEY,
            scope_id    INTEGER NOT NULL,
            resource_id TEXT    NOT NULL,
            finding_id  TEXT    NOT NULL,
            severity    INTEGER NOT NULL,
            status      INTEGER NOT NULL,
            state       INTEGER NOT NULL,
            revision_id INTEGER NOT NULL,
            first_seen  INTEGER NOT NULL,
            last_seen   INTEGER NOT NULL,
            last_scan   INTEGER NOT NULL,
            ended_scan  INTEGER,
            change_kind INTEGER NOT NULL,
            change_scan INTEGER NOT NULL,
            UNIQUE (scope_id, resource_id)
        ) STRICT;

        -- What a finding says; a scan that finds the same adds none.
        CREATE TABLE revision (
            revision_id    INTEGER PRIMARY KEY,
            finding_key    INTEGER NOT NULL,
            description_id INTEGER NOT NULL,
            status         INTEGER NOT NULL,
            is_suppressed  INTEGER NOT NULL,
            content        TEXT    NOT NULL
        ) STRICT;

        CREATE TABLE observation (
            scan_id     INTEGER NOT NULL,
            finding_key INTEGER NOT NULL,
            revision_id INTEGER NOT NULL,
            observed_at INTEGER NOT NULL,
            PRIMARY KEY (scan_id, finding_key)
        ) STRICT, WITHOUT ROWID;

        -- New, reopened, resolved and changed findings, in the order in which they are asked for.
        CREATE TABLE change (
            kind        INTEGER NOT NULL,
            scan_id     INTEGER NOT NULL,
            severity    INTEGER NOT NULL,
            finding_key INTEGER NOT NULL,
            revision_id INTEGER NOT NULL,
            PRIMARY KEY (kind, scan_id, severity, finding_key)
        ) STRICT, WITHOUT ROWID;
        """,
        """
        -- What a scan came to, so that a trend need not read its findings.
        CREATE TABLE scan_total (
            scan_id       INTEGER PRIMARY KEY,
            passed        INTEGER NOT NULL,
            failed        INTEGER NOT NULL,
            warning       INTEGER NOT NULL,
            not_available INTEGER NOT NULL,
            suppressed    INTEGER NOT NULL,
            new           INTEGER NOT NULL,
            reopened      INTEGER NOT NULL,
            resolved      INTEGER NOT NULL,
            changed       INTEGER NOT NULL,
            score         REAL
        ) STRICT;
        """,
    ];

    /// <summary>The version that this module writes.</summary>
    public static int Version => Steps.Length;

    /// <summary>Fails where the file is another program's, or of a later version.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="mayBeEmpty">Whether a file without any tables will do.</param>
    /// <exception cref="PostureException">The file is none of ours.</exception>
    public static void RequireOurs(StoreConnection connection, bool mayBeEmpty)
    {
        var isEmpty = connection.Scalar("SELECT count(*) FROM sqlite_master") == 0;
        var application = connection.Scalar("PRAGMA application_id");
        if (isEmpty && application is 0 or ApplicationId)
        {
            if (!mayBeEmpty)
            {
                throw StoreFailure.Empty(connection.Path);
            }
        }
        else if (application != ApplicationId)
        {
            throw StoreFailure.Foreign(connection.Path);
        }

        var version = VersionOf(connection);
        if (version > Version)
        {
            throw StoreFailure.VersionUnknown(connection.Path, version);
        }
    }

    /// <summary>Brings a file to this version.</summary>
    /// <param name="connection">An open connection.</param>
    public static void Upgrade(StoreConnection connection)
    {
        if (VersionOf(connection) == Version)
        {
            return;
        }

        using var transaction = connection.BeginWriting(CancellationToken.None);
        // Another job may have done it while this one waited.
        for (var version = (int)VersionOf(connection); version < Version; version++)
        {
            Take(connection, version);
        }

        transaction.Commit();
    }

    private static long VersionOf(StoreConnection connection) => connection.Scalar("PRAGMA user_version");

    private static void Take(StoreConnection connection, int step)
    {
        connection.Execute(Steps[step]);
        if (step == 0)
        {
            connection.Execute(FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}"));
        }
        else if (step == 1)
        {
            ScanTotals.WriteAll(connection);
        }

        connection.Execute(FormattableString.Invariant($"PRAGMA user_version = {step + 1}"));
    }
}
