namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>A test that needs a real PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlTools.SkipReason;
}
