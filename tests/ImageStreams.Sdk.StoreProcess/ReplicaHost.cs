using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace ImageStreams.StoreProcess;

/// <summary>One of several processes that run the controllers over one store.</summary>
internal static class ReplicaHost
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    public static IHost Create(string connectionString)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.AddImageStreams()
            .UsePostgreSql(connectionString)
            .UseReplicas(shards => shards.LeaseDuration = Lease)
            .AddTriggerController<BuildTable>()
            .AddImportController(schedule =>
            {
                schedule.Interval = schedule.RetryDelay = Interval;
                schedule.StartSpread = TimeSpan.Zero;
            });
        return builder.Build();
    }
}
