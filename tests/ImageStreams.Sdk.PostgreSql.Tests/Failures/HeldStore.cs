using ImageStreams.Storage;
using ImageStreams.Tests.PostgreSql.Servers;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>A store with a <see cref="HeldDialect"/>.</summary>
internal sealed class HeldStore(HeldDialect dialect) : RelationalImageStreamStore(dialect, new PostgreSqlStoreOptions())
{
    public HeldDialect Dialect => dialect;

    public static HeldStore Create(PostgreSqlServer server, string schema)
    {
        var options = new PostgreSqlStoreOptions { Schema = schema };
#pragma warning disable CA2000 // The store disposes of both.
        var source = PostgreSqlSource.Create(server.ConnectionString, options.CommandTimeout);
        return new HeldStore(new HeldDialect(new PostgreSqlDialect(source, ownsSource: true, options)));
#pragma warning restore CA2000
    }
}
