namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>The programs of PostgreSQL, where Debian puts them. On CI they must be there; elsewhere their tests are skipped.</summary>
internal static class PostgreSqlTools
{
    private const string Versions = "/usr/lib/postgresql";
    private const string Advice = "PostgreSQL is not installed; 'apt-get install postgresql' provides it.";
    private static readonly string? Folder = FindFolder();

    /// <summary>The reason why tests are skipped; <see langword="null"/> if they run, which on CI they always do.</summary>
    public static string? SkipReason => Folder is not null || IsContinuousIntegration ? null : Advice;

    private static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The path of a program.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static string GetPath(string program) =>
        Path.Combine(Folder ?? throw new InvalidOperationException(Advice), program);

    /// <summary>The folder of the newest version that has a server, and not only clients.</summary>
    private static string? FindFolder() => Directory.Exists(Versions)
        ? Directory.GetDirectories(Versions)
            .OrderByDescending(static folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(static folder => Path.Combine(folder, "bin"))
            .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "postgres")))
        : null;
}
