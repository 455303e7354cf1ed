namespace Microsoft.Extensions.DependencyInjection;

internal sealed class ImageStreamsBuilder(IServiceCollection services) : IImageStreamsBuilder
{
    public IServiceCollection Services { get; } = services;

    /// <summary>Configures options; several calls are applied in order.</summary>
    public static IImageStreamsBuilder Configure<TOptions>(IImageStreamsBuilder builder, Action<TOptions> configure)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);

        builder.Services.Configure(configure);
        return builder;
    }
}
