using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps image streams in PostgreSQL.</summary>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>Keeps streams, images, the state of controllers and leases in PostgreSQL.</summary>
    /// <remarks>
    /// Replaces <see cref="IImageStreamStore"/>, <see cref="IClusterObjectStore"/>, <see cref="IStateStore"/> and
    /// <see cref="ILeaseStore"/> by one <see cref="PostgreSqlImageStreamStore"/>. Without a connection string, the <see cref="NpgsqlDataSource"/> of the collection
    /// is used. A second call adds only its configuration.
    /// </remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="connectionString">The connection string, as Npgsql reads it; null where the configuration has it.</param>
    /// <param name="configure">Sets options; null for the defaults, or those of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UsePostgreSql(
        this IImageStreamsBuilder builder,
        string? connectionString = null,
        Action<PostgreSqlStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var options = builder.Services.AddOptions<PostgreSqlStoreOptions>().ValidateOnStart();
        options.Configure(set => set.ConnectionString = connectionString ?? set.ConnectionString);
        options.Configure(configure ?? (static _ => { }));
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlStoreOptions>, PostgreSqlStoreOptionsValidator>());
        AddStore(builder.Services);
        return builder;
    }

    private static void AddStore(IServiceCollection services)
    {
        services.TryAddSingleton(CreateStore);
        services.Replace(ServiceDescriptor.Singleton<IImageStreamStore>(GetStore));
        services.Replace(ServiceDescriptor.Singleton<IClusterObjectStore>(GetStore));
        services.Replace(ServiceDescriptor.Singleton<IStateStore>(GetStore));
        services.Replace(ServiceDescriptor.Singleton<ILeaseStore>(GetStore));
    }

    private static PostgreSqlImageStreamStore GetStore(IServiceProvider provider) =>
        provider.GetRequiredService<PostgreSqlImageStreamStore>();

    private static PostgreSqlImageStreamStore CreateStore(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<PostgreSqlStoreOptions>>().Value;
        var time = provider.GetService<TimeProvider>();
        return options.ConnectionString is null && provider.GetService<NpgsqlDataSource>() is { } source
            ? new PostgreSqlImageStreamStore(source, options, time)
            : new PostgreSqlImageStreamStore(options, time);
    }
}
