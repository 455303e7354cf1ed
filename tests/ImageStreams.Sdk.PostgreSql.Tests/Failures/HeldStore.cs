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
        var source = PostgreSqlSource.Create(server.ConnectionString, options.CommandTimeout);
        return new HeldStore(new HeldDialect(new PostgreSqlDialect(source, ownsSource: true, options)));
    }
}
