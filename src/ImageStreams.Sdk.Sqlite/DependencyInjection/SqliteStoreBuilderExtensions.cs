using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps what the library stores in a SQLite file.</summary>
public static class SqliteStoreBuilderExtensions
{
    /// <summary>Keeps streams, images, the state of controllers and leases in a SQLite file instead of in memory.</summary>
    /// <remarks>
    /// Registers one <see cref="SqliteImageStreamStore"/> in place of every <see cref="IImageStreamStore"/>,
    /// <see cref="IClusterObjectStore"/>, <see cref="IStateStore"/> and <see cref="ILeaseStore"/>. The options are validated when the
    /// host starts; the file is opened at first use.
    /// </remarks>
    /// <param name="builder">The builder that <see cref="ImageStreamsServiceCollectionExtensions.AddImageStreams"/> returned.</param>
    /// <param name="path">The path of the file; it and its folder are created when they do not exist.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public static IImageStreamsBuilder UseSqlite(this IImageStreamsBuilder builder, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.UseSqlite(options => options.Path = path);
    }

    /// <summary>Keeps streams, images, the state of controllers and leases in a SQLite file instead of in memory.</summary>
    /// <remarks>See <see cref="UseSqlite(IImageStreamsBuilder, string)"/>.</remarks>
    /// <param name="builder">The builder that <see cref="ImageStreamsServiceCollectionExtensions.AddImageStreams"/> returned.</param>
    /// <param name="configure">Sets options, such as the path; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IImageStreamsBuilder UseSqlite(this IImageStreamsBuilder builder, Action<SqliteStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<SqliteStoreOptions>().Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreValidator>());
        builder.Services.TryAddSingleton(CreateStore);
        Replace<IImageStreamStore>(builder.Services);
        Replace<IClusterObjectStore>(builder.Services);
        Replace<IStateStore>(builder.Services);
        Replace<ILeaseStore>(builder.Services);
        return builder;
    }

    private static void Replace<TService>(IServiceCollection services)
        where TService : class =>
        services.Replace(ServiceDescriptor.Singleton(Resolve<TService>));

    private static TService Resolve<TService>(IServiceProvider provider)
        where TService : class => (TService)(object)provider.GetRequiredService<SqliteImageStreamStore>();

    private static SqliteImageStreamStore CreateStore(IServiceProvider provider) => new(
        provider.GetRequiredService<IOptions<SqliteStoreOptions>>().Value, provider.GetService<TimeProvider>());
}
