namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures the services that <see cref="ImageStreamsServiceCollectionExtensions.AddImageStreams"/>
/// registered.</summary>
public interface IImageStreamsBuilder
{
    /// <summary>The collection that the services are registered in.</summary>
    IServiceCollection Services { get; }
}
