using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

/// <summary>The code of the page about PostgreSQL; a server is not needed to register it.</summary>
public class PostgreSqlSamples
{
    [Fact]
    public async Task UsePostgreSql_RegistersTheStore()
    {
        var services = new ServiceCollection();

        // sample: postgresql
        services.AddImageStreams().UsePostgreSql("Host=db1,db2;Database=images;Username=keeper;Password=…");
        // end

        await using var provider = services.BuildServiceProvider();
        Assert.IsType<PostgreSqlImageStreamStore>(provider.GetRequiredService<IImageStreamStore>());
    }
}
