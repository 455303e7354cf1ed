using System.Data.Common;
using Npgsql;

namespace ImageStreams.Storage;

/// <summary>Creates the data source of a connection string.</summary>
internal static class PostgreSqlSource
{
    private const int PreparedStatements = 64;

    /// <summary>More than the server's limit, which then ends a statement with a reason.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="ArgumentException">The connection string cannot be read, or names no host.</exception>
    public static NpgsqlDataSource Create(string connectionString, TimeSpan commandTimeout)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(settings.Host))
        {
            throw new ArgumentException("The connection string names no Host.", nameof(connectionString));
        }

        var hasSeveralHosts = settings.Host.Contains(',', StringComparison.Ordinal);
        settings.CommandTimeout = (int)(commandTimeout + Patience).TotalSeconds;
        // Connections stay open as long as they work. A pool beneath would only keep those of a server that is gone.
        settings.Pooling = hasSeveralHosts;
        SetUnlessGiven(settings, connectionString);
        return hasSeveralHosts ? CreateForPrimary(settings) : new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder settings, string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!IsGiven(given, "Max Auto Prepare"))
        {
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (PreparedStatements, 2);
        }

        if (!IsGiven(given, "Host Recheck Seconds"))
        {
            settings.HostRecheckSeconds = 1;
        }

        if (!IsGiven(given, "Application Name"))
        {
            settings.ApplicationName = "ImageStreams";
        }
    }

    private static bool IsGiven(DbConnectionStringBuilder given, string name) =>
        given.ContainsKey(name) || given.ContainsKey(name.Replace(" ", "", StringComparison.Ordinal));

    // A standby may be behind, so nothing is read from one.
    private static NpgsqlDataSource CreateForPrimary(NpgsqlConnectionStringBuilder settings)
    {
        settings.TargetSessionAttributes = null;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost()
            .WithTargetSession(TargetSessionAttributes.Primary);
    }
}
