using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.DependencyInjection;

/// <summary>Holds the collection, and sets options in it.</summary>
internal sealed class ImageStreamsBuilder(IServiceCollection services) : IImageStreamsBuilder
{
    public IServiceCollection Services { get; } = services;

    /// <summary>Sets options; what several calls set is applied in their order.</summary>
    public static IImageStreamsBuilder Configure<TOptions>(IImageStreamsBuilder builder, Action<TOptions> configure)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);

        builder.Services.Configure(configure);
        return builder;
    }
}
