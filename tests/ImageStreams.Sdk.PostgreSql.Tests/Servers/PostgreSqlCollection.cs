namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>The tests that share one server, each in a schema of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlFixture>
{
    public const string Name = "PostgreSQL";
}
