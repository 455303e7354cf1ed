namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>A theory that needs a real PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = PostgreSqlTools.SkipReason;
}
